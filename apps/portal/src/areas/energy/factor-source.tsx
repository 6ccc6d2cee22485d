'use client';

import { useTranslations } from 'next-intl';
import type { EmissionFactorsQuery } from '../../generated/documents';

type Factor = EmissionFactorsQuery['emissionFactors'][number];

/** The document a factor comes from, and what to do where it was only read of. */
export function FactorSource({ factor: { source, certainty } }: { factor: Pick<Factor, 'source' | 'certainty'> }) {
  const t = useTranslations('energy');
  return (
    <>
      <span lang="zh-CN">{source}</span>
      {certainty === 'REPORTED' && t('factorReported')}
    </>
  );
}
