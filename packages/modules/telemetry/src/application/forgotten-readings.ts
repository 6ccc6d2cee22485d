import type { TimeRange } from '@tenon/kernel';

/** Which readings go. */
export interface ForgottenReadings {
  readonly deviceId: string;
  readonly seriesIds: readonly number[];
  readonly range: TimeRange;
}
