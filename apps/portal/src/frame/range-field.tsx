'use client';

import { RANGE_PRESETS, RangePicker, type RangePreset } from '@tenon/ui';
import { useLocale, useTranslations } from 'next-intl';
import type { ChosenRange } from './use-range';

export interface RangeFieldProps {
  readonly range: ChosenRange;
  readonly timeZone: string;
}

/** The picker in the visitor's words. */
export function RangeField({ range, timeZone }: RangeFieldProps) {
  const t = useTranslations('frame.range');
  const locale = useLocale();
  const presets = Object.fromEntries(RANGE_PRESETS.map((key) => [key, t(`presets.${key}`)])) as Record<RangePreset, string>;
  return (
    <RangePicker
      value={range.value}
      onChange={range.choose}
      locale={locale}
      timeZone={timeZone}
      labels={{
        label: t('label'),
        presets,
        custom: t('custom'),
        from: t('from'),
        to: t('to'),
        apply: t('apply'),
        earlier: t('earlier'),
        later: t('later'),
        timeZone: t('timeZone'),
        errors: { missing: t('errors.missing'), order: t('errors.order'), span: t('errors.span') },
      }}
    />
  );
}
