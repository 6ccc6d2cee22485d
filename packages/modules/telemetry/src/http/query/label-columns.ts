import type { Dimension } from '@tenon/domain/telemetry';
import type { FrameLabels, TableHead } from '../../application/query/frame.js';

/** A column by which rows are told apart. Names are the same in every format. */
export interface LabelColumn {
  readonly name: string;
  readonly label: keyof FrameLabels;
}

const COLUMNS: Readonly<Record<Dimension, readonly LabelColumn[]>> = {
  machine: [{ name: 'machine_id', label: 'deviceId' }, { name: 'machine', label: 'deviceName' }],
  metric: [{ name: 'metric', label: 'key' }],
  place: [{ name: 'place_id', label: 'placeId' }, { name: 'place', label: 'placeName' }],
  type: [{ name: 'type_id', label: 'typeId' }, { name: 'type', label: 'typeName' }],
};

/** What stands in front of the time in each row. */
export function labelColumns({ by }: TableHead): LabelColumn[] {
  return [...by.flatMap((dimension) => COLUMNS[dimension]), { name: 'unit', label: 'unit' }];
}

/** The time column. */
export const TIME = 'time';
