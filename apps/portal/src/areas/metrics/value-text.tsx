'use client';

import { Num } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { machineStateOf } from './machine-state';
import { livePrecision } from './precision';
import { useStateWords } from './use-state-words';

/** A metric's value of any kind, readable: a number with its unit, a state in words, yes or no, else its text. */
export function ValueText({ value, unit, precision }: { value: unknown; unit: string | null; precision?: number }) {
  const locale = useLocale();
  const t = useTranslations('metrics');
  const stateWords = useStateWords();
  if (typeof value === 'number') return <Num value={value} unit={unit ?? undefined} precision={precision ?? livePrecision(value, unit)} locale={locale} />;
  if (typeof value === 'boolean') return <>{value ? t('yes') : t('no')}</>;
  const state = machineStateOf(value);
  if (state) return <>{stateWords[state]}</>;
  return <span className="break-all">{typeof value === 'string' ? value : JSON.stringify(value)}</span>;
}
