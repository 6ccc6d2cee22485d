import type { MetricValue, ValueKind } from '@tenon/domain/telemetry';
import type { PayloadForm } from './payload-form.js';

/** A machine, as the hot path knows it. */
export interface IngestDevice {
  readonly tenantId: string;
  readonly deviceId: string;
}

/** One metric of one device. */
export interface Series {
  readonly id: number;
  /** What the catalogue says its values are. */
  kind: ValueKind;
}

/** A set of metrics that a device sends together, as `telemetry_shape` keeps it. */
export interface Shape {
  readonly tenantId: string;
  readonly id: number;
  readonly seriesIds: readonly number[];
  /** The columns that are the same in each of its rows, encoded. */
  readonly copyPrefix: Buffer;
}

/** How one list of keys maps to shapes: for each place of a shape, the place in the message its value is taken from. */
export interface LayoutPart {
  readonly shape: Shape;
  readonly sources: readonly number[];
}

/** A list of keys, in the order a device writes them, resolved. One part, unless the device ran out of shapes. */
export interface Layout {
  readonly keys: readonly string[];
  readonly series: readonly Series[];
  readonly parts: readonly LayoutPart[];
  /** How the device writes a message with these keys, once one was seen that has such a form. */
  form?: PayloadForm;
  /** In how many messages it was looked for. */
  looked?: number;
}

/** What sort of value it is. */
export function kindOf(value: MetricValue): ValueKind {
  if (typeof value === 'object') return 'json';
  return typeof value === 'string' ? 'text' : (typeof value as 'number' | 'boolean');
}
