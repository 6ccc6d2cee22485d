'use client';

import { MODEL_PARTS, QUANTITIES, VALUE_KINDS, ALARM_SEVERITIES, EVENT_LEVELS, ATTRIBUTE_SETTERS, type AlarmCondition, type NamedValue, type TypeParameter, type ValueRange, type Words } from '@tenon/domain/device-types';
import { formatDuration } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFacts } from './use-facts';
import { useWords } from './use-words';

type LooseTranslator = ((key: string) => string) & { has(key: string): boolean };

interface ChangeWords {
  part(name: string): string;
  what(name: string): string;
  /** What a field held, by the field that it is of. */
  content(what: string, value: unknown): string;
}

const one = <Word extends string>(words: readonly Word[], value: unknown): Word | undefined => words.find((word) => word === value);

/** The words for what differs between two versions. */
export function useChangeWords(): ChangeWords {
  const t = useTranslations('deviceTypes');
  const loose = useTranslations('deviceTypes.changes') as unknown as LooseTranslator;
  const locale = useLocale();
  const wordsOf = useWords();
  const facts = useFacts();
  return useMemo(() => {
    const said = (prefix: 'kinds' | 'quantities' | 'facts.severities' | 'facts.levels' | 'facts.setBy', words: readonly string[]) => (value: unknown): string => {
      const word = one(words, value);
      return word === undefined ? String(value) : (t as unknown as LooseTranslator)(`${prefix}.${word}`);
    };
    const shown: Readonly<Record<string, (value: never) => string>> = {
      name: (value: Words) => wordsOf(value, '—'),
      kind: said('kinds', VALUE_KINDS),
      quantity: said('quantities', QUANTITIES),
      severity: said('facts.severities', ALARM_SEVERITIES),
      level: said('facts.levels', EVENT_LEVELS),
      'set-by': said('facts.setBy', ATTRIBUTE_SETTERS),
      unit: (value: string) => value,
      range: (value: ValueRange) => facts.range(value, null),
      values: (value: readonly NamedValue[]) => facts.values(value) || '—',
      interval: (value: number) => formatDuration(value, locale),
      parameters: (value: readonly TypeParameter[]) => value.map(({ key, name }) => wordsOf(name, key)).join(', ') || '—',
      answer: ({ isAnswered, timeoutMs }: { isAnswered: boolean; timeoutMs: number }) => (isAnswered ? t('facts.answered', { timeout: formatDuration(timeoutMs, locale) }) : t('facts.unanswered')),
      condition: ({ metric, condition }: { metric: string; condition: AlarmCondition }) => t(`facts.operators.${condition.operator}`, { metric, value: String(condition.value) }),
    };
    return {
      part: (name) => (one(MODEL_PARTS, name) ? t(`parts.${one(MODEL_PARTS, name) ?? 'metrics'}`) : name),
      what: (name) => (loose.has(name) ? loose(name) : name),
      content: (what, value) => (value === null || value === undefined ? '—' : (shown[what]?.(value as never) ?? JSON.stringify(value))),
    };
  }, [t, loose, locale, wordsOf, facts]);
}
