'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { STATE_CHOICES, type StateChoice } from './use-machine-search';

/** Keeps only machines in one connection state. */
export function StateFilter({ value, onChange }: { value: StateChoice; onChange(state: StateChoice): void }) {
  const t = useTranslations('machines');
  const states = useTranslations('frame.connection');
  return (
    <SelectField
      label={t('state')}
      isLabelHidden
      value={value}
      onValueChange={(next) => onChange(STATE_CHOICES.find((choice) => choice === next) ?? 'ALL')}
      options={STATE_CHOICES.map((choice) => ({ value: choice, label: choice === 'ALL' ? t('anyState') : states(choice) }))}
      fieldClassName="w-32 max-sm:w-[calc(50%-6px)]"
    />
  );
}
