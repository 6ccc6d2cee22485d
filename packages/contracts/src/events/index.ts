/** Events: how news travels upward or sideways between modules. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';
import { fewRanges } from './few-ranges.js';

export { defineEvent } from './define-event.js';
export { fewRanges } from './few-ranges.js';

/** A roll-up goes slice by slice, several times a second where there is much; those of some seconds are told as one. */
const GATHER_MS = 2_000;

/** Points of these machines were rolled up: whatever was computed from these ranges is out of date. */
export const telemetryRolledUp = defineEvent(
  'telemetry.rolled-up',
  z.object({ ranges: z.array(z.object({ deviceId: z.uuid(), fromMs: z.number(), toMs: z.number() })) }),
  { key: () => '', merged: (waiting, next) => ({ ranges: fewRanges([...waiting.ranges, ...next.ranges]) }), gatherMs: GATHER_MS },
);

/** Every event there is. */
export const EVENTS = [telemetryRolledUp] as const;
