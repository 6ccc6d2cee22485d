/** What the api is asked about telemetry in bulk, as programs write it: the body of a request, or the same as parameters of an address. */
import { z } from 'zod';

const SECOND_MS = 1_000;
const YEAR_MS = 366 * 86_400_000;

const instant = z.iso.datetime({ offset: true });
const span = z.number().int().min(0).max(100 * YEAR_MS);

/** Unknown members are refused: a filter that is spelt wrong must not ask about everything. */
export const telemetryQuestion = z.strictObject({
  read: z.enum(['points', 'buckets', 'last']).default('points'),
  machines: z
    .strictObject({
      ids: z.array(z.uuid()).min(1).max(10_000).optional(),
      typeId: z.uuid().optional(),
      placeId: z.uuid().optional(),
      tags: z.array(z.string().min(1).max(100)).max(20).optional(),
    })
    .default({}),
  metrics: z.array(z.string().min(1).max(256)).max(200).default([]),
  /** For `points` and `buckets`; the end is not in it. */
  from: instant.optional(),
  to: instant.optional(),
  /** For `last`; now where it is left out. */
  at: instant.optional(),
  maxAgeMs: span.optional(),
  /** For `buckets`. */
  bucketMs: z.number().int().min(SECOND_MS).max(YEAR_MS).optional(),
  timeZone: z.string().min(1).max(64).optional(),
  aggregates: z.array(z.enum(['count', 'min', 'max', 'mean', 'sum', 'first', 'last'])).min(1).max(7).optional(),
  groupBy: z.array(z.enum(['machine', 'metric', 'place', 'type'])).max(4).optional(),
  combine: z.enum(['pooled', 'sum', 'mean', 'min', 'max']).optional(),
  fill: z.enum(['none', 'null', 'previous', 'linear', 'constant']).optional(),
  fillValue: z.number().optional(),
  maxGapMs: span.optional(),
});

/** A question as it is written. */
export type TelemetryQuestionText = z.input<typeof telemetryQuestion>;
