'use client';

import { MACHINE_STATES, type MachineState } from '@tenon/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';

/** The word for each machine state. Needs the area `metrics`. */
export function useStateWords(): Readonly<Record<MachineState, string>> {
  const t = useTranslations('metrics.states');
  return useMemo(() => Object.fromEntries(MACHINE_STATES.map((state) => [state, t(state)])) as Record<MachineState, string>, [t]);
}
