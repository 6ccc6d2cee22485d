import type { AppError } from '@tenon/kernel';
import type { DeviceMetrics } from './device-metrics.js';
import type { Shape } from './layout.js';

/** One row of `telemetry`: what one device said of one shape at one instant. */
export interface Row {
  readonly shape: Shape;
  /** Microseconds since the Unix epoch. */
  readonly atUs: number;
  /** Order in which the gateway took it, see {@link ArrivalClock}. */
  readonly arrival: number;
  /** The numbers in the shape's order, `null` where the value is not one. */
  readonly num: readonly (number | null)[];
  /** JSON text of the values that are no numbers, keyed by position from 1; `null` where there are none. */
  readonly rich: string | null;
}

/**
 * Told once what became of a message: `null` when it is committed, else why it was not. `text` is its payload, where it was
 * refused before it was turned into rows; later it is not kept.
 */
export type Done = (error: AppError | null, text?: string) => void;

/** One message on its way to COMMIT: its rows, which are committed together, and what is counted of it. */
export interface PendingMessage {
  readonly metrics: DeviceMetrics;
  readonly rows: readonly Row[];
  readonly points: number;
  readonly textLength: number;
  /** What it takes up, as {@link Pressure} counts it. */
  readonly weight: number;
  readonly receivedAtMs: number;
  readonly done: Done;
}
