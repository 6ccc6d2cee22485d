import { z } from 'zod';

const stored = z.object({
  /** Which metric each of the manifest's inputs reads. */
  bindings: z.record(z.string(), z.number().int()),
  seriesIds: z.array(z.number().int()),
  timeZone: z.string(),
});

/** What an app of indicators keeps of a company's choices. */
export type IndicatorSettings = z.infer<typeof stored>;

/** Settings as they were stored. */
export function readIndicatorSettings(settings: unknown): IndicatorSettings {
  return stored.parse(settings);
}
