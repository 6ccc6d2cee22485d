'use client';

import { labelOf } from '@tenon/domain/device-types';
import { useLocale } from 'next-intl';
import dynamic from 'next/dynamic';
import { spoken } from '../metrics/spoken';
import { useTypeMetrics } from '../metrics/type-context';
import { ValueText } from '../metrics/value-text';

// Fetched where a machine has a type.
const TypeMark = dynamic(() => import('./type-mark').then(({ TypeMark: Mark }) => Mark), { ssr: false });

interface TypedValueProps {
  readonly metricKey: string;
  readonly value: unknown;
  readonly unit: string | null;
  readonly precision?: number;
}

/** A value as the machine's type has it: by its name where it has one, marked where it is out of range. */
export function TypedValue({ metricKey, value, ...shown }: TypedValueProps) {
  const metric = useTypeMetrics()?.get(metricKey);
  const locale = useLocale();
  if (!metric) return <ValueText value={value} {...shown} />;
  return (
    <>
      {spoken(labelOf(metric, value), locale) || <ValueText value={value} {...shown} />}
      <TypeMark metric={metric} value={value} />
    </>
  );
}
