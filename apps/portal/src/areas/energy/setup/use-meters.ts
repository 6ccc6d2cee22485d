'use client';

import { useMemo, useState } from 'react';
import { usePages } from '../../../api/use-pages';
import { ReadableSeriesDocument } from '../../../generated/documents';
import { METER_QUANTITIES, isMeter, wrongUnit, type Meter } from '../meter-choice';

const PAGE_SIZE = 100;

/** A machine with its metrics. */
export interface MachineMeters {
  readonly deviceId: string;
  readonly deviceName: string;
  readonly meters: readonly Meter[];
}

/** Metrics by machine, in the order they came. */
export function byMachine(meters: readonly Meter[]): MachineMeters[] {
  const machines = new Map<string, MachineMeters>();
  for (const meter of meters) {
    const { deviceId, deviceName } = meter;
    machines.set(deviceId, { deviceId, deviceName, meters: [...(machines.get(deviceId)?.meters ?? []), meter] });
  }
  return [...machines.values()];
}

/** The metrics that may be chosen: those of energy and power, or all numbers on wish. */
export function useMeters() {
  const [search, setSearch] = useState('');
  const [isWide, setIsWide] = useState(false);
  const list = usePages(ReadableSeriesDocument, { first: PAGE_SIZE, search: search.trim() || null, quantities: isWide ? null : [...METER_QUANTITIES] }, ({ series }) => series);
  const { nodes } = list;
  const machines = useMemo(() => {
    const shown = nodes.filter((meter) => meter.valueKind === 'NUMBER' && (isWide || isMeter(meter) || (isEnergyLike(meter) && wrongUnit(meter) !== null)));
    return byMachine(shown);
  }, [nodes, isWide]);
  return { list, machines, search, setSearch, isWide, setIsWide };
}

/** Energy or power in a unit that cannot be used: worth showing with the reason, unlike a count of parts. */
function isEnergyLike({ unit }: Meter): boolean {
  return /^(wh|mwh|gwh|w|mw|j|kj|mj|kcal|kwh|kw)$/i.test(unit ?? '');
}
