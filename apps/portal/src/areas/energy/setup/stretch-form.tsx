'use client';

import { Button, FieldError, SelectField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { BANDS, QUARTERS_PER_DAY, clockAt, paint, type TariffDay } from '../tariff-day';

const EDGES = Array.from({ length: QUARTERS_PER_DAY + 1 }, (_, quarter) => ({ value: String(quarter), label: clockAt(quarter) }));

interface StretchFormProps {
  readonly day: TariffDay;
  onChange(day: TariffDay): void;
}

/** The same as painting, by the clock: for fingers, and for those who read it off a bill. */
export function StretchForm({ day, onChange }: StretchFormProps) {
  const t = useTranslations('energy');
  const [from, setFrom] = useState(32);
  const [to, setTo] = useState(44);
  const [band, setBand] = useState<(typeof BANDS)[number]>('PEAK');
  const isBackwards = to <= from;
  return (
    <div role="group" aria-label={t('setup.tariff.setLabel')} className="grid grid-cols-1 gap-2">
      <div className="flex flex-wrap items-end gap-3">
        <SelectField label={t('setup.tariff.setFrom')} value={String(from)} onValueChange={(value) => setFrom(Number(value))} options={EDGES.slice(0, -1)} fieldClassName="w-28" className="tn-num" />
        <SelectField label={t('setup.tariff.setTo')} value={String(to)} onValueChange={(value) => setTo(Number(value))} options={EDGES.slice(1)} fieldClassName="w-28" className="tn-num" />
        <SelectField
          label={t('setup.tariff.setBand')}
          value={band}
          onValueChange={(value) => setBand(BANDS.find((each) => each === value) ?? 'PEAK')}
          options={BANDS.map((value) => ({ value, label: t(`bands.${value}`) }))}
          fieldClassName="w-28"
        />
        <Button disabled={isBackwards} onClick={() => onChange(paint(day, from, to, band))}>
          {t('setup.tariff.setAction')}
        </Button>
      </div>
      {isBackwards && <FieldError>{t('setup.tariff.setOrder')}</FieldError>}
    </div>
  );
}
