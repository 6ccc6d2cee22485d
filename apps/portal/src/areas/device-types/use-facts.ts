'use client';

import type { NamedValue, TypeAlarm, TypeCommand, TypeEvent, TypeMetric, TypeModel, TypeParameter, ValueRange, ValueType } from '@tenon/domain/device-types';
import { formatDuration } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { exactNumber } from './exact-number';
import { useWords } from './use-words';

/** What is said of a part in one line, in the language that is spoken. */
export interface Facts {
  kind(type: ValueType): string;
  range(range: ValueRange, unit: string | null): string;
  values(values: readonly NamedValue[]): string;
  bounds(type: ValueType): string;
  metric(metric: TypeMetric): string;
  command(command: TypeCommand): string;
  event(event: TypeEvent): string;
  alarm(alarm: TypeAlarm, model: TypeModel): string;
}

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(' · ');

function useTypeFacts() {
  const t = useTranslations('deviceTypes');
  const locale = useLocale();
  const wordsOf = useWords();
  return useMemo(() => {
    const figure = (value: number): string => exactNumber(value, locale);
    const kind = ({ kind: of, unit }: ValueType): string => joined([t(`kinds.${of}`), unit ?? '']);
    const range = ({ min, max }: ValueRange, unit: string | null): string => {
      const end = unit ? `\u2009${unit}` : '';
      if (min !== null && max !== null) return `${t('facts.range', { min: figure(min), max: figure(max) })}${end}`;
      return `${min === null ? t('facts.to', { max: figure(max ?? 0) }) : t('facts.from', { min: figure(min) })}${end}`;
    };
    const values = (list: readonly NamedValue[]): string => list.map(({ value, label }) => wordsOf(label, String(value))).join(locale === 'en' ? ', ' : '、');
    const bounds = (type: ValueType): string => joined([type.range ? range(type.range, type.unit) : '', values(type.values)]);
    return { kind, range, values, bounds };
  }, [t, locale, wordsOf]);
}

/** The words for what a model says. */
export function useFacts(): Facts {
  const t = useTranslations('deviceTypes');
  const locale = useLocale();
  const wordsOf = useWords();
  const types = useTypeFacts();
  return useMemo(() => {
    const duration = (ms: number): string => formatDuration(ms, locale);
    const parameters = (list: readonly TypeParameter[]): string => t('facts.parameters', { count: list.length, names: list.map(({ key, name }) => wordsOf(name, key)).join(locale === 'en' ? ', ' : '、') });
    const valueOf = (metric: TypeMetric | undefined, value: string | number | boolean): string => {
      const label = metric?.values.find((named) => named.value === value)?.label;
      const text = typeof value === 'number' ? exactNumber(value, locale) : String(value);
      return `${label ? wordsOf(label, text) : text}${metric?.unit ? `\u2009${metric.unit}` : ''}`;
    };
    return {
      ...types,
      metric: (metric) => joined([types.bounds(metric), metric.intervalMs === null ? '' : t('facts.every', { interval: duration(metric.intervalMs) })]),
      command: ({ parameters: list, isAnswered, timeoutMs }) => joined([parameters(list), isAnswered ? t('facts.answered', { timeout: duration(timeoutMs) }) : t('facts.unanswered')]),
      event: (event) => parameters(event.parameters),
      alarm: ({ metric: key, condition, forMs }, { metrics }) => {
        const metric = metrics.find((each) => each.key === key);
        const when = t(`facts.operators.${condition.operator}`, { metric: metric ? wordsOf(metric.name, key) : key, value: valueOf(metric, condition.value) });
        return joined([when, forMs === 0 ? t('facts.atOnce') : t('facts.held', { duration: duration(forMs) })]);
      },
    };
  }, [t, locale, wordsOf, types]);
}
