/** Events: how news travels upward or sideways between modules. */
import { z } from 'zod';
import { defineEvent } from './define-event.js';

export { defineEvent } from './define-event.js';

/** Points of these machines were rolled up: whatever was computed from these ranges is out of date. */
export const telemetryRolledUp = defineEvent(
  'telemetry.rolled-up',
  z.object({ ranges: z.array(z.object({ deviceId: z.uuid(), fromMs: z.number(), toMs: z.number() })) }),
);

/** Every event there is. */
export const EVENTS = [telemetryRolledUp] as const;
