'use client';

import { ATTRIBUTE_SETTERS, type TypeAttribute } from '@tenon/domain/device-types';
import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { ofKind, type FieldsProps } from './item';
import { NameFields } from './name-fields';
import { ValueTypeFields } from './value-type-fields';

export function AttributeFields(props: FieldsProps<TypeAttribute>) {
  const t = useTranslations('deviceTypes');
  const { item, change } = props;
  return (
    <>
      <NameFields {...props} keyHint={t('form.keyHint')} />
      <ValueTypeFields {...props} chooseKind={(kind) => change(ofKind(item, kind))} />
      <SelectField
        label={t('form.setBy')}
        value={item.setBy}
        onValueChange={(chosen) => change({ setBy: ATTRIBUTE_SETTERS.find((known) => known === chosen) ?? item.setBy })}
        options={ATTRIBUTE_SETTERS.map((value) => ({ value, label: t(`facts.setBy.${value}`) }))}
      />
    </>
  );
}
