'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../../../api/request';
import { useFaultToast } from '../../../frame/use-fault-toast';
import { DescribeMeterDocument } from '../../../generated/documents';
import { isGuessWhole, isSettled, type Meter } from '../meter-choice';
import { descriptionOf } from './meter-description';

interface MeterChoice {
  /** Metrics whose guess is being confirmed now. */
  readonly confirming: ReadonlySet<string>;
  /** Chosen metrics whose whole guess only waits for a yes. */
  readonly waiting: readonly Meter[];
  toggle(meter: Meter, isChosen: boolean): void;
  confirm(meters: readonly Meter[]): Promise<void>;
  settle(meter: Meter): void;
}

/** Choosing metrics, and settling what their numbers mean. */
export function useMeterChoice(chosen: readonly Meter[], onChange: (change: (chosen: readonly Meter[]) => readonly Meter[]) => void): MeterChoice {
  const cache = useQueryClient();
  const sayFault = useFaultToast();
  const [confirming, setConfirming] = useState<ReadonlySet<string>>(new Set());
  const settle = (settled: Meter): void => {
    onChange((known) => known.map((meter) => (meter.id === settled.id ? settled : meter)));
    void cache.invalidateQueries({ queryKey: ['ReadableSeries'] });
  };
  const confirmOne = async (meter: Meter): Promise<void> => {
    try {
      settle((await request(DescribeMeterDocument, { input: descriptionOf(meter) })).describeSeries);
    } catch (error) {
      sayFault(error);
    }
  };
  return {
    confirming,
    waiting: chosen.filter((meter) => !isSettled(meter) && isGuessWhole(meter)),
    settle,
    toggle: (meter, isChosen) => onChange((known) => (isChosen ? [...known, meter] : known.filter(({ id }) => id !== meter.id))),
    confirm: async (meters) => {
      setConfirming(new Set(meters.map(({ id }) => id)));
      for (const meter of meters) await confirmOne(meter);
      setConfirming(new Set());
    },
  };
}
