'use client';

import { useTranslations } from 'next-intl';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

/** People's words for what a trail is written in. What a later release writes and these pages do not know yet is shown as it is written. */
export interface AuditWords {
  action(action: string): string;
  /** Of a kind of thing: machine, role. */
  kind(kind: string): string;
  /** Of one field of a thing. */
  field(path: string): string;
}

export function useAuditWords(): AuditWords {
  const t = useTranslations('audit') as unknown as LooseTranslator;
  const orAsWritten = (key: string, written: string): string => (/^[\w.-]+$/.test(key) && t.has(key) ? t(key) : written);
  return {
    action: (action) => orAsWritten(`actions.${action}`, action),
    kind: (kind) => orAsWritten(`kinds.${kind}`, kind),
    field: (path) => path.split('.').map((name) => orAsWritten(`fields.${name}`, name)).join(' · '),
  };
}
