'use client';

import type { ModelPart, TypeModel } from '@tenon/domain/device-types';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useMetricName } from '../metrics/use-metric-name';
import { useFacts } from './use-facts';
import { useWords } from './use-words';

/** One thing of a model as a line of a table. */
export interface PartRow {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bounds: string;
}

/** The lines of one part of a model. */
export function usePartRows(model: TypeModel, part: ModelPart): PartRow[] {
  const t = useTranslations('deviceTypes');
  const wordsOf = useWords();
  const nameOf = useMetricName();
  const facts = useFacts();
  return useMemo(() => {
    const rowsOf: Record<ModelPart, () => PartRow[]> = {
      metrics: () => model.metrics.map((metric) => ({ key: metric.key, name: wordsOf(metric.name, nameOf(metric.key)), type: `${facts.kind(metric)} · ${t(`quantities.${metric.quantity}`)}`, bounds: facts.metric(metric) })),
      attributes: () => model.attributes.map((one) => ({ key: one.key, name: wordsOf(one.name, one.key), type: facts.kind(one), bounds: [t(`facts.setBy.${one.setBy}`), facts.bounds(one)].filter(Boolean).join(' · ') })),
      commands: () => model.commands.map((one) => ({ key: one.key, name: wordsOf(one.name, one.key), type: '', bounds: facts.command(one) })),
      events: () => model.events.map((one) => ({ key: one.key, name: wordsOf(one.name, one.key), type: t(`facts.levels.${one.level}`), bounds: facts.event(one) })),
      alarms: () => model.alarms.map((one) => ({ key: one.key, name: wordsOf(one.name, one.key), type: t(`facts.severities.${one.severity}`), bounds: facts.alarm(one, model) })),
    };
    return rowsOf[part]();
  }, [model, part, t, wordsOf, nameOf, facts]);
}
