'use client';

import { DISTRICTS, INDUSTRY_DIVISIONS } from '@tenon/domain/company';
import { formatInstant, numberText } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { Path } from './changes';
import { useAuditWords } from './use-audit-words';
import { vocabularyOf, type Vocabulary } from './vocabulary';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };
type Say = (value: unknown) => string;

/** Lists of codes that only trails tell. */
const CODES = ['stamp', 'kind', 'because', 'access', 'endedBy', 'review', 'format'] as const satisfies readonly Vocabulary[];

const asWritten: Say = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

function minuteOfDay(minute: unknown): string {
  const [hours, minutes] = [Math.floor(Number(minute) / 60), Number(minute) % 60];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Lists of codes that have words in the catalogues, and what stands before a code there. */
function useCatalogues(): Partial<Record<Vocabulary, Say>> {
  const t = useTranslations() as unknown as LooseTranslator;
  const said = (keyOf: (code: string) => string): Say => (code) => {
    const key = typeof code === 'string' && /^[\w:.-]+$/.test(code) ? keyOf(code) : '';
    return key && t.has(key) ? t(key) : asWritten(code);
  };
  const band = said((code) => `audit.values.band.${code}`);
  return {
    role: said((code) => `people.roles.${code}.name`),
    permission: said((code) => `people.permissions.${code}`),
    quantity: said((code) => `metrics.quantities.${code.toUpperCase()}`),
    ...Object.fromEntries(CODES.map((list) => [list, said((code) => `audit.values.${list}.${code}`)])),
    who: said((code) => `audit.who.${code.toUpperCase().replaceAll('-', '_')}`),
    truth: (value) => t(value === true ? 'audit.values.yes' : 'audit.values.no'),
    hours: (span) => {
      const { fromMinute, toMinute, band: code } = (span ?? {}) as Record<string, unknown>;
      return `${minuteOfDay(fromMinute)}–${minuteOfDay(toMinute)} ${band(code)}`;
    },
  };
}

/** A value that an entry of some action tells, in words: codes by their names, instants in this time zone. One that has no words is shown as it is written. */
export function useValueWords(action: string, timeZone: string): (path: Path, value: unknown) => string {
  const words = useAuditWords();
  const catalogues = useCatalogues();
  const locale = useLocale();
  const isChinese = locale === 'zh-CN';
  const named = (list: readonly { code: string; zh: string; en: string }[]): Say => (code) => list.find((each) => each.code === code)?.[isChinese ? 'zh' : 'en'] ?? asWritten(code);
  const say: Partial<Record<Vocabulary, Say>> = {
    ...catalogues,
    district: named(DISTRICTS),
    industry: named(INDUSTRY_DIVISIONS),
    action: (code) => words.action(asWritten(code)),
    thing: (code) => words.kind(asWritten(code)),
    time: (at) => formatInstant(String(at), { timeZone, precision: 'second' }),
    number: (count) => (typeof count === 'number' ? numberText(count, { locale }) : asWritten(count)),
  };
  return (path, value) => {
    const vocabulary = vocabularyOf(action, path, value);
    const one = (vocabulary && say[vocabulary]) ?? asWritten;
    return Array.isArray(value) ? value.map(one).join(isChinese ? '、' : ', ') : one(value);
  };
}
