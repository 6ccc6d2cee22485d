'use client';

import { VALUE_KINDS, type ValueKind, type ValueRange, type ValueType } from '@tenon/domain/device-types';
import { NumberField, SelectField, TextAreaField, TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldsProps } from './item';
import { EXACT } from '../exact-number';
import { readValues, writeValues } from './values-text';

interface ValueTypeFieldsProps extends FieldsProps<ValueType> {
  /** Another kind may change more than the type. */
  chooseKind(kind: ValueKind): void;
}

function bounded(range: ValueRange | null, part: Partial<ValueRange>): ValueRange | null {
  const { min, max } = { min: null, max: null, ...range, ...part };
  return min === null && max === null ? null : { min, max };
}

function NumberFields({ item: { unit, range }, change, errorOf }: FieldsProps<ValueType>) {
  const t = useTranslations('deviceTypes.form');
  const fault = errorOf('range');
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <TextField label={t('unit')} value={unit ?? ''} onChange={(event) => change({ unit: event.currentTarget.value || null })} maxLength={16} autoComplete="off" error={errorOf('unit')} />
      <NumberField precision={EXACT} label={t('min')} value={range?.min ?? null} onValueChange={(min) => change({ range: bounded(range, { min }) })} error={fault} />
      <NumberField precision={EXACT} label={t('max')} value={range?.max ?? null} onValueChange={(max) => change({ range: bounded(range, { max }) })} />
    </div>
  );
}

function ValuesField({ item: { kind, values }, change, errorOf }: FieldsProps<ValueType>) {
  const t = useTranslations('deviceTypes.form');
  // What is typed stays as typed: a line that is not finished reads as another.
  const [text, setText] = useState(() => writeValues(values));
  const type = (typed: string): void => {
    setText(typed);
    change({ values: readValues(typed, kind) });
  };
  return <TextAreaField label={t('values')} hint={kind === 'boolean' ? t('booleanHint') : t('valuesHint')} rows={kind === 'boolean' ? 2 : 5} isMono value={text} onChange={(event) => type(event.currentTarget.value)} error={errorOf('values')} />;
}

/** What values may be. */
export function ValueTypeFields({ chooseKind, ...props }: ValueTypeFieldsProps) {
  const t = useTranslations('deviceTypes');
  const { kind } = props.item;
  return (
    <>
      <SelectField
        label={t('form.kind')}
        value={kind}
        onValueChange={(chosen) => chooseKind(VALUE_KINDS.find((known) => known === chosen) ?? kind)}
        options={VALUE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        error={props.errorOf('kind')}
      />
      {(kind === 'number' || kind === 'integer') && <NumberFields {...props} />}
      {(kind === 'enumeration' || kind === 'boolean') && <ValuesField key={kind} {...props} />}
    </>
  );
}
