'use client';

import { sizeClass } from '@tenon/domain/company';
import { TextField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldProps } from './field-props';
import { readNumber, revenueYuan } from './profile-values';

/** People and income, and the class that follows from them as they are written. */
export function SizeFields({ field }: { field: (name: string) => FieldProps }) {
  const t = useTranslations('settings.profile');
  const [written, setWritten] = useState({ employees: String(field('employees').defaultValue), yearlyRevenueYuan: String(field('yearlyRevenueYuan').defaultValue) });
  const employees = readNumber(written.employees);
  const yearlyRevenueYuan = revenueYuan(written.yearlyRevenueYuan);
  const isKnown = employees !== null && yearlyRevenueYuan !== null && employees >= 0 && yearlyRevenueYuan >= 0;
  const write = (name: keyof typeof written) => (event: { target: { value: string } }) => setWritten((before) => ({ ...before, [name]: event.target.value }));
  return (
    <>
      <TextField label={t('employees')} inputMode="numeric" suffix={t('employeesUnit')} {...field('employees')} onChange={write('employees')} />
      <TextField label={t('yearlyRevenue')} inputMode="decimal" suffix={t('yearlyRevenueUnit')} {...field('yearlyRevenueYuan')} onChange={write('yearlyRevenueYuan')} />
      <p role="status" className="text-13 text-ink-2 md:col-span-2">
        {isKnown ? t('sizeIs', { size: t(`size.${sizeClass({ employees, yearlyRevenueYuan })}`) }) : t('sizeUnknown')}
      </p>
    </>
  );
}
