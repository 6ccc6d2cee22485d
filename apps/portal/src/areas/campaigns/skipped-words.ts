'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/** Why a machine takes no part, by the code that the api gives. */
const KEYS: Readonly<Record<string, 'retired' | 'otherType' | 'elsewhere' | 'behindGateway' | 'runsIt' | 'aborted' | 'gone'>> = {
  'CAMPAIGN.RETIRED': 'retired',
  'CAMPAIGN.OTHER_TYPE': 'otherType',
  'CAMPAIGN.ELSEWHERE': 'elsewhere',
  'CAMPAIGN.BEHIND_GATEWAY': 'behindGateway',
  'CAMPAIGN.RUNS_IT': 'runsIt',
  'CAMPAIGN.ABORTED': 'aborted',
  'DEVICE.NOT_FOUND': 'gone',
};

/** Words for why a machine takes no part; a code of a newer platform stands as it is. */
export function useSkippedWords(): (code: string) => string {
  const t = useTranslations('campaigns.skipped');
  return useCallback(
    (code) => {
      const key = KEYS[code];
      return key ? t(key) : code;
    },
    [t],
  );
}
