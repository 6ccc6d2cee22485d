'use client';

import type { TypeCommand } from '@tenon/domain/device-types';
import { NumberField, Switch } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { FieldsProps } from './item';
import { NameFields } from './name-fields';
import { ParameterRows } from './parameter-rows';

const SECOND_MS = 1_000;

export function CommandFields(props: FieldsProps<TypeCommand>) {
  const t = useTranslations('deviceTypes.form');
  const { item, change, errorOf } = props;
  return (
    <>
      <NameFields {...props} keyHint={t('keyHint')} />
      <Switch label={t('isAnswered')} checked={item.isAnswered} onCheckedChange={(isAnswered) => change({ isAnswered })} />
      {item.isAnswered && (
        <NumberField precision={3} label={t('timeout')} value={item.timeoutMs / SECOND_MS} onValueChange={(seconds) => change({ timeoutMs: Math.round((seconds ?? 0) * SECOND_MS) })} error={errorOf('timeoutMs')} fieldClassName="max-w-48" />
      )}
      <ParameterRows parameters={item.parameters} change={(parameters) => change({ parameters })} errorOf={errorOf} />
    </>
  );
}
