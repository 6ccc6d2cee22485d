'use client';

import { useMetricName } from '../metrics/use-metric-name';
import { ExportReadings } from '../readings/export-readings';
import type { Machine } from './use-machine';

/** Takes a machine's readings along as a file. */
export function ExportMachine({ machine: { id, name, series }, onClose }: { machine: Machine; onClose: () => void }) {
  const nameOf = useMetricName();
  return <ExportReadings name={name} machines={{ ids: [id] }} metrics={series.map(({ key }) => ({ key, name: nameOf(key) }))} onClose={onClose} />;
}
