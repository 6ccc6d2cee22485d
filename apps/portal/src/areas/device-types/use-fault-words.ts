'use client';

import { MODEL_FAULTS } from '@tenon/domain/device-types';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** A fault of a model in plain words; one that this page is too old to know keeps its name. */
export function useFaultWords(): (code: string) => string {
  const t = useTranslations('deviceTypes.faults');
  return useCallback(
    (code) => {
      const known = MODEL_FAULTS.find((fault) => fault === code);
      return known ? t(known) : code;
    },
    [t],
  );
}
