import type { TelemetryQuestionText } from '@tenon/contracts/telemetry';
import { fromLocalInput } from '@tenon/ui';

/** What is taken along: points as they are stored, or their figures by a width of time. */
export const GRAINS = { points: null, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;
export type Grain = keyof typeof GRAINS;

const isGrain = (text: string): text is Grain => Object.hasOwn(GRAINS, text);

/** What a form says, as the api is asked; the name of the field that is missing otherwise. */
export function exportQuestion(values: FormData, timeZone: string): Omit<TelemetryQuestionText, 'machines'> | 'from' | 'to' {
  const text = (name: string): string => String(values.get(name) ?? '');
  const [fromMs, toMs] = [fromLocalInput(text('from'), timeZone), fromLocalInput(text('to'), timeZone)];
  if (fromMs === undefined) return 'from';
  if (toMs === undefined || toMs <= fromMs) return 'to';
  const metric = text('metric');
  const grain = text('grain');
  const bucketMs = isGrain(grain) ? GRAINS[grain] : null;
  const range = { ...(metric !== '' && { metrics: [metric] }), from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
  if (bucketMs === null) return { read: 'points', ...range };
  // A day is the company's, from midnight to midnight.
  return { read: 'buckets', ...range, bucketMs, aggregates: ['mean', 'min', 'max', 'count'], ...(grain === 'day' && { timeZone }) };
}
