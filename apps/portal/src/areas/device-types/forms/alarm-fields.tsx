'use client';

import { ALARM_SEVERITIES, type AlarmCondition, type TypeAlarm, type TypeMetric, type TypeModel } from '@tenon/domain/device-types';
import { NumberField, SelectField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMetricName } from '../../metrics/use-metric-name';
import { EXACT } from '../exact-number';
import { useWords } from '../use-words';
import { conditionFor, operatorsOf } from './alarm-condition';
import type { FieldsProps } from './item';
import { NameFields } from './name-fields';

const SECOND_MS = 1_000;

interface ValueFieldProps {
  readonly metric: TypeMetric | undefined;
  readonly value: AlarmCondition['value'];
  readonly error: string | undefined;
  change(value: AlarmCondition['value']): void;
}

/** The value that sets it off, as the metric has values. */
function ValueField({ metric, value, error, change }: ValueFieldProps) {
  const t = useTranslations('deviceTypes.form');
  const wordsOf = useWords();
  const label = t('value');
  if (metric?.kind === 'enumeration') {
    const options = metric.values.map((named) => ({ value: String(named.value), label: wordsOf(named.label, String(named.value)) }));
    return <SelectField label={label} value={String(value)} options={options} onValueChange={(chosen) => change(metric.values.find((named) => String(named.value) === chosen)?.value ?? chosen)} error={error} />;
  }
  if (metric?.kind === 'boolean') {
    const nameOf = (of: boolean): string => wordsOf(metric.values.find((named) => named.value === of)?.label ?? { zh: '', en: '' }, t(of ? 'true' : 'false'));
    return <SelectField label={label} value={String(value)} options={[true, false].map((of) => ({ value: String(of), label: nameOf(of) }))} onValueChange={(chosen) => change(chosen === 'true')} error={error} />;
  }
  if (metric?.kind === 'text') return <TextField label={label} value={String(value)} onChange={(event) => change(event.currentTarget.value)} maxLength={80} error={error} />;
  return <NumberField label={label} precision={EXACT} unit={metric?.unit ?? undefined} value={typeof value === 'number' ? value : null} onValueChange={(number) => change(number ?? 0)} error={error} />;
}

export function AlarmFields({ model, ...props }: FieldsProps<TypeAlarm> & { model: TypeModel }) {
  const t = useTranslations('deviceTypes');
  const wordsOf = useWords();
  const nameOf = useMetricName();
  const { item, change, errorOf } = props;
  const watchable = model.metrics.filter(({ kind }) => kind !== 'json');
  const metric = watchable.find(({ key }) => key === item.metric);
  const watch = (key: string): void => {
    const next = watchable.find((one) => one.key === key);
    if (next) change({ metric: key, condition: conditionFor(next, item.condition) });
  };
  const changeCondition = (part: Partial<AlarmCondition>): void => change({ condition: { ...item.condition, ...part } });
  return (
    <>
      <NameFields {...props} keyHint={t('form.ownKeyHint')} />
      <SelectField label={t('form.metric')} value={item.metric} placeholder={t('form.metric')} onValueChange={watch} options={watchable.map(({ key, name }) => ({ value: key, label: wordsOf(name, nameOf(key)) }))} error={errorOf('metric')} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <SelectField
          label={t('form.operator')}
          value={item.condition.operator}
          onValueChange={(chosen) => changeCondition({ operator: operatorsOf(metric).find((known) => known === chosen) ?? item.condition.operator })}
          options={operatorsOf(metric).map((value) => ({ value, label: t(`form.operators.${value}`) }))}
        />
        <ValueField metric={metric} value={item.condition.value} error={errorOf('condition')} change={(value) => changeCondition({ value })} />
        <NumberField precision={3} label={t('form.for')} hint={t('form.forHint')} value={item.forMs / SECOND_MS} onValueChange={(seconds) => change({ forMs: Math.round((seconds ?? 0) * SECOND_MS) })} error={errorOf('forMs')} />
        <SelectField
          label={t('form.severity')}
          value={item.severity}
          onValueChange={(chosen) => change({ severity: ALARM_SEVERITIES.find((known) => known === chosen) ?? item.severity })}
          options={ALARM_SEVERITIES.map((value) => ({ value, label: t(`facts.severities.${value}`) }))}
        />
      </div>
    </>
  );
}
