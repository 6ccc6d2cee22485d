'use client';

import { SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useViewer } from '../../viewer/viewer-context';

/** The time zone of a site: the company's, unless it lies in another. */
export function ZoneField({ value }: { value: string | null }) {
  const t = useTranslations('plant');
  const { timeZone } = useViewer().tenant;
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }));
  return <SelectField label={t('zone')} hint={t('zoneHint')} name="zone" defaultValue={value ?? ''} options={[{ value: '', label: t('zoneOfCompany', { timeZone }) }, ...zones]} />;
}
