'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useAnswer } from '../../api/use-answer';
import { GatewaysDocument } from '../../generated/documents';

/** Keeps only machines behind one gateway; not there where there is no gateway. */
export function GatewayFilter({ value, onChange }: { value: string; onChange(id: string): void }) {
  const t = useTranslations('machines.gateway');
  const gateways = useAnswer(GatewaysDocument, {}).data?.devices.nodes ?? [];
  if (gateways.length === 0) return null;
  const options = gateways.map(({ id, name }) => ({ value: id, label: t('behindOne', { name }) }));
  return <SelectField label={t('filter')} isLabelHidden value={value} onValueChange={onChange} options={[{ value: '', label: t('anyGateway') }, ...options]} fieldClassName="w-48 max-sm:w-full" />;
}
