'use client';

import { useTranslations } from 'next-intl';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

/** What a kind of job does, by its name in the catalogue. One that these pages do not know yet is called by that name. */
export function useJobWords(): (job: string) => string {
  const t = useTranslations('work') as unknown as LooseTranslator;
  return (job) => (/^[\w.-]+$/.test(job) && t.has(`kinds.${job}`) ? t(`kinds.${job}`) : job);
}
