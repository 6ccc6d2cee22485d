/** Events: how news travels upward or sideways between modules. */
import { NOTICE_KINDS } from '@tenon/domain/notices';
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

/** A company passed a share of a quota, in per cent, in a month (`YYYY-MM-DD`, its first day): its owners are to be told. */
export const quotaReached = defineEvent(
  'billing.quota-reached',
  z.object({ meter: z.enum(['devices', 'pointsADay', 'apiCallsADay', 'members', 'apps']), month: z.iso.date(), share: z.union([z.literal(80), z.literal(100)]) }),
);

/**
 * Something happened that people of the company are told of. `noticeId` is made by whoever raises it: by it the same is told
 * once. The facts are as they were then, since what they are about may be gone when they are read.
 */
export const noticeRaised = defineEvent(
  'notices.raised',
  z.object({
    noticeId: z.uuid(),
    kind: z.enum(NOTICE_KINDS),
    /** Whom it is about. */
    personId: z.uuid().optional(),
    /** Who did it, where it was somebody of the company. */
    actorId: z.uuid().optional(),
    /** The id of what it is about. */
    subjectId: z.string().optional(),
    facts: z.record(z.string(), z.string()),
  }),
);

/** A company is new, or says something else of itself. It is read when it is heard. */
export const companyDescribed = defineEvent('company.described', z.object({}));

/** Every event there is. */
export const EVENTS = [telemetryRolledUp, quotaReached, noticeRaised, companyDescribed] as const;
