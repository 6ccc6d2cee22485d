'use client';

import { Button, Callout, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { timeZones } from '../../settings/time-zones';
import { EXAMPLE_DAY, EXAMPLE_PRICES, isExample, meanPrice } from '../tariff-day';
import { wholePrices, type EnergyDraft } from './energy-draft';
import { PriceRows } from './price-rows';
import { StretchForm } from './stretch-form';
import { TariffLanes } from './tariff-lanes';

export interface DraftStepProps {
  readonly draft: EnergyDraft;
  readonly isChecked: boolean;
  onChange(part: Partial<EnergyDraft>): void;
}

function ExampleNotice({ draft, onChange }: Omit<DraftStepProps, 'isChecked'>) {
  const t = useTranslations('energy.setup.tariff');
  const prices = wholePrices(draft.prices);
  if (prices && isExample(draft.day, prices)) {
    return (
      <Callout tone="caution" title={t('example')}>
        {t('unchanged')}
      </Callout>
    );
  }
  return (
    <Button size="sm" variant="quiet" className="justify-self-start" onClick={() => onChange({ day: EXAMPLE_DAY, prices: EXAMPLE_PRICES })}>
      {t('reset')}
    </Button>
  );
}

/** Second step: what a kWh costs at each time of the day. */
export function TariffStep({ draft, isChecked, onChange }: DraftStepProps) {
  const t = useTranslations('energy.setup.tariff');
  const prices = wholePrices(draft.prices);
  const zones = useMemo(() => timeZones(draft.timeZone).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })), [draft.timeZone]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <ExampleNotice draft={draft} onChange={onChange} />
      <TariffLanes day={draft.day} onChange={(day) => onChange({ day })} />
      <StretchForm day={draft.day} onChange={(day) => onChange({ day })} />
      <div className="grid grid-cols-1 gap-2">
        <PriceRows day={draft.day} prices={draft.prices} isChecked={isChecked} onChange={(next) => onChange({ prices: next })} />
        <p className="tn-num text-13 whitespace-normal text-ink-2">{prices && t('mean', { price: meanPrice(draft.day, prices).toFixed(4) })}</p>
      </div>
      <SelectField label={t('timeZone')} hint={t('timeZoneHint')} value={draft.timeZone} onValueChange={(timeZone) => onChange({ timeZone })} options={zones} fieldClassName="max-w-sm" />
    </div>
  );
}
