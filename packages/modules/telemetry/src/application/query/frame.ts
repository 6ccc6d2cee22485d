import type { Dimension } from '@tenon/domain/telemetry';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';

/** Whose rows a frame holds; null where it is of several, or there is none. */
export type FrameLabels = { readonly [Label in keyof Omit<SelectedSeries, 'id' | 'valueKind'>]: SelectedSeries[Label] | null };

/** Rows of one series or group, in columns: the n-th entries belong together, in order of time. Long series come as several frames. */
export interface Frame {
  readonly labels: FrameLabels;
  /** Stamps, or the starts of buckets, in milliseconds since the epoch; a fraction carries microseconds. */
  readonly atMs: ArrayLike<number>;
  /** By the table's columns, in their order. */
  readonly values: readonly ArrayLike<number | null>[];
  /** Of points: the JSON texts of what is no number, null beside a number; null where all are numbers. */
  readonly rich: readonly (string | null)[] | null;
}

/** What the rows of an answer are made of, which is known before the first of them. */
export interface TableHead {
  /** By what its rows are told apart. */
  readonly by: readonly Dimension[];
  /** `value` alone for points; aggregates by name otherwise, and `series`, of how many series a group's row is. */
  readonly columns: readonly string[];
  /** Whether values may be of any kind, and stamps are the machines' own. */
  readonly isOfPoints: boolean;
}

/** An answer: its frames are read from the store as they are asked for, and nothing is held behind whoever does not ask. */
export interface TelemetryTable {
  readonly head: TableHead;
  readonly frames: AsyncGenerator<Frame, void, void>;
}

/** The labels of a series. */
export function labelsOf({ id: _, valueKind: __, ...labels }: SelectedSeries): FrameLabels {
  return labels;
}

const NO_LABELS: FrameLabels = { deviceId: null, deviceName: null, key: null, unit: null, placeId: null, placeName: null, typeId: null, typeName: null };

/** The labels that all series of a group have in common; a unit only where they agree on it. */
export function labelsOfGroup(by: readonly Dimension[], series: readonly SelectedSeries[]): FrameLabels {
  const [first] = series;
  if (!first) return NO_LABELS;
  const { deviceId, deviceName, key, unit, placeId, placeName, typeId, typeName } = first;
  return {
    ...NO_LABELS,
    ...(by.includes('machine') && { deviceId, deviceName }),
    ...(by.includes('metric') && { key }),
    ...(by.includes('place') && { placeId, placeName }),
    ...(by.includes('type') && { typeId, typeName }),
    unit: series.every((one) => one.unit === unit) ? unit : null,
  };
}

/** By what a series is put into a group. */
export function groupKey(by: readonly Dimension[], { deviceId, key, placeId, typeId }: SelectedSeries): string {
  const parts: Readonly<Record<Dimension, string | null>> = { machine: deviceId, metric: key, place: placeId, type: typeId };
  return JSON.stringify(by.map((dimension) => parts[dimension]));
}
