'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { answerKey } from '../../api/document';
import { useFollow } from '../../api/use-follow';
import { MachineDocument, MachineTelemetryDocument, type MachineTelemetrySubscription } from '../../generated/documents';
import { LiveTail } from './live-tail';
import type { Machine } from './use-machine';

/** A metric's newest value and when it was measured. */
export interface Reading {
  readonly at: string;
  readonly value: unknown;
}

export interface LiveValues {
  readonly newest: ReadonlyMap<string, Reading>;
  readonly tail: LiveTail;
  /** Grows with everything that arrives. */
  readonly version: number;
  /** When values last arrived while the page was open. */
  readonly lastArrivalAt: string | null;
}

interface Arrivals {
  readonly version: number;
  readonly newest: ReadonlyMap<string, Reading>;
  readonly lastArrivalAt: string | null;
}

const NONE_YET: Arrivals = { version: 0, newest: new Map(), lastArrivalAt: null };

type Arrived = MachineTelemetrySubscription['deviceTelemetry']['values'];

/** The machine's newest values, moving as they arrive. A metric never seen before makes the machine be asked again. */
export function useLiveValues(machine: Machine): LiveValues {
  const cache = useQueryClient();
  const tail = useRef(new LiveTail());
  const [arrived, setArrived] = useState(NONE_YET);
  const known = useMemo(() => new Set(machine.series.map(({ id }) => id)), [machine.series]);

  const take = (values: Arrived): void => {
    for (const { series, at, value } of values) {
      if (typeof value === 'number') tail.current.add(series.id, Date.parse(at), value);
    }
    setArrived(({ version, newest }) => {
      const next = new Map(newest);
      for (const { series, at, value } of values) next.set(series.id, { at, value });
      return { version: version + 1, newest: next, lastArrivalAt: new Date().toISOString() };
    });
    if (values.some(({ series }) => !known.has(series.id))) {
      void cache.invalidateQueries({ queryKey: answerKey(MachineDocument, { id: machine.id }) });
    }
  };
  useFollow(MachineTelemetryDocument, { deviceId: machine.id }, ({ deviceTelemetry }) => take(deviceTelemetry.values));

  const newest = useMemo(() => {
    const all = new Map<string, Reading>(machine.latestValues.map(({ series, at, value }) => [series.id, { at, value }]));
    for (const [id, reading] of arrived.newest) {
      const asked = all.get(id);
      if (!asked || asked.at <= reading.at) all.set(id, reading);
    }
    return all;
  }, [machine.latestValues, arrived.newest]);
  return { newest, tail: tail.current, version: arrived.version, lastArrivalAt: arrived.lastArrivalAt };
}
