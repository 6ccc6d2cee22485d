'use client';

import { QUANTITIES, type TypeMetric } from '@tenon/domain/device-types';
import { NumberField, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { metricOfKind, type FieldsProps } from './item';
import { NameFields } from './name-fields';
import { ValueTypeFields } from './value-type-fields';

const SECOND_MS = 1_000;

export function MetricFields(props: FieldsProps<TypeMetric>) {
  const t = useTranslations('deviceTypes');
  const { item, change, errorOf } = props;
  const isNumber = item.kind === 'number' || item.kind === 'integer';
  return (
    <>
      <NameFields {...props} keyHint={t('form.keyHint')} />
      <ValueTypeFields {...props} chooseKind={(kind) => change(metricOfKind(item, kind))} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {isNumber && (
          <SelectField
            label={t('form.quantity')}
            value={item.quantity}
            onValueChange={(chosen) => change({ quantity: QUANTITIES.find((known) => known === chosen) ?? item.quantity })}
            options={QUANTITIES.map((value) => ({ value, label: t(`quantities.${value}`) }))}
            error={errorOf('quantity')}
          />
        )}
        <NumberField
          precision={3}
          label={t('form.interval')}
          hint={t('form.intervalHint')}
          value={item.intervalMs === null ? null : item.intervalMs / SECOND_MS}
          onValueChange={(seconds) => change({ intervalMs: seconds === null ? null : Math.round(seconds * SECOND_MS) })}
          error={errorOf('intervalMs')}
        />
      </div>
    </>
  );
}
