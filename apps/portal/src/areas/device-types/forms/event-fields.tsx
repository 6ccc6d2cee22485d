'use client';

import { EVENT_LEVELS, type TypeEvent } from '@tenon/domain/device-types';
import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import type { FieldsProps } from './item';
import { NameFields } from './name-fields';
import { ParameterRows } from './parameter-rows';

export function EventFields(props: FieldsProps<TypeEvent>) {
  const t = useTranslations('deviceTypes');
  const { item, change, errorOf } = props;
  return (
    <>
      <NameFields {...props} keyHint={t('form.keyHint')} />
      <SelectField
        label={t('form.level')}
        value={item.level}
        onValueChange={(chosen) => change({ level: EVENT_LEVELS.find((known) => known === chosen) ?? item.level })}
        options={EVENT_LEVELS.map((value) => ({ value, label: t(`facts.levels.${value}`) }))}
      />
      <ParameterRows parameters={item.parameters} change={(parameters) => change({ parameters })} errorOf={errorOf} />
    </>
  );
}
