import { isoText } from './iso-text.js';

/** Why a reading is refused that would be dropped at once. */
export interface RetentionRefusal {
  readonly code: 'TELEMETRY.TOO_OLD';
  /** The reading's time and the oldest that is kept, ISO 8601 in UTC. */
  readonly details: { readonly deviceAt: string; readonly keptFrom: string };
}

/**
 * The oldest instant that is kept, in milliseconds since the epoch: telemetry is dropped by whole months (UTC), and the
 * current one is kept with `keepMonths` before it.
 */
export function keptFromMs(nowMs: number, keepMonths: number): number {
  const now = new Date(nowMs);
  return Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keepMonths);
}

/** The refusal of a reading from before `oldestMs`. */
export function tooOld(atMs: number, oldestMs: number): RetentionRefusal {
  return { code: 'TELEMETRY.TOO_OLD', details: { deviceAt: isoText(atMs), keptFrom: isoText(oldestMs) } };
}
