'use client';

import { formatNumber } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import { headlineValues, type NewestValue } from '../metrics/metric-values';
import { machineStateOf } from '../metrics/machine-state';
import { livePrecision } from '../metrics/precision';
import { useMetricName } from '../metrics/use-metric-name';
import { useStateWords } from '../metrics/use-state-words';
import type { Machine } from './use-machine';

function useReading(values: readonly NewestValue[]): string | null {
  const locale = useLocale();
  const nameOf = useMetricName();
  const t = useTranslations('machines.answer');
  const [chief] = headlineValues(values, 1);
  if (!chief || typeof chief.value !== 'number') return null;
  const { text, magnitude, unit } = formatNumber(chief.value, { locale, unit: chief.series.unit ?? undefined, precision: livePrecision(chief.value, chief.series.unit) });
  return t('reading', { name: nameOf(chief.series.key), value: `${text}${magnitude}${unit ? `\u2009${unit}` : ''}` });
}

/** The one sentence about a machine: what it is doing, or since when nothing was heard. */
export function useMachineAnswer(machine: Machine, stateValue: unknown, values: readonly NewestValue[]): string {
  const t = useTranslations('machines.answer');
  const stateWords = useStateWords();
  const reading = useReading(values);
  const state = machineStateOf(stateValue);
  if (machine.retiredAt) return t('retired');
  if (machine.connection === 'NEVER') return t(machine.kind === 'SIMULATED' ? 'starting' : 'never');
  if (machine.connection === 'OFFLINE') return t('offline');
  if (machine.connection === 'QUIET') return t('quiet');
  if (state && reading) return t('stateAndReading', { state: stateWords[state], reading });
  if (state) return t('state', { state: stateWords[state] });
  return reading ? t('onlineReading', { reading }) : t('online');
}
