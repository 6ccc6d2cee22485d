'use client';

import { sizeClass } from '@tenon/domain/company';
import { NumberField } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { FieldProps } from './field-props';
import { inWan, inYuan } from './profile-values';

interface SizeFieldsProps {
  readonly employees: number | null;
  readonly yearlyRevenueYuan: number | null;
  readonly field: (name: string) => FieldProps;
}

/** People and income, and the class that follows from them as they are written. */
export function SizeFields({ field, ...said }: SizeFieldsProps) {
  const t = useTranslations('settings.profile');
  const [employees, setEmployees] = useState(said.employees);
  const [wan, setWan] = useState(inWan(said.yearlyRevenueYuan));
  const yearlyRevenueYuan = inYuan(wan);
  const isKnown = employees !== null && yearlyRevenueYuan !== null;
  return (
    <>
      <NumberField label={t('employees')} unit={t('employeesUnit')} {...field('employees')} min={0} precision={0} defaultValue={employees} onValueChange={setEmployees} />
      <NumberField label={t('yearlyRevenue')} unit={t('yearlyRevenueUnit')} {...field('yearlyRevenueYuan')} min={0} precision={4} defaultValue={wan} onValueChange={setWan} />
      <p role="status" className="text-13 text-ink-2 md:col-span-2">
        {isKnown ? t('sizeIs', { size: t(`size.${sizeClass({ employees, yearlyRevenueYuan })}`) }) : t('sizeUnknown')}
      </p>
    </>
  );
}
