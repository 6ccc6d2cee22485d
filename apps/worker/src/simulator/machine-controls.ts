import type { MouldingSample } from '@tenon/domain/simulation';

/** What a simulated machine takes from the platform: it can be asked what it does, and how often it is to tell. */
export const INTERVAL_KEY = 'reporting_interval_s';
const LONGEST_INTERVAL_S = 3_600;

/** How often it is asked to tell, in milliseconds; undefined where nothing of that is asked, or what it cannot do. `null` takes the wish back. */
export function askedInterval(values: Readonly<Record<string, unknown>>): number | null | undefined {
  const { deleted } = values;
  if (Array.isArray(deleted) && deleted.includes(INTERVAL_KEY)) return null;
  const seconds = values[INTERVAL_KEY];
  return typeof seconds === 'number' && seconds >= 1 && seconds <= LONGEST_INTERVAL_S ? Math.round(seconds) * 1_000 : undefined;
}

/** Its answer to a command. */
export function answerTo(method: unknown, sample: MouldingSample): object {
  if (method === 'ping') return { pong: true };
  if (method === 'status') return { ts: sample.atMs, ...sample.values };
  return { error: 'UNKNOWN_METHOD', knows: ['ping', 'status'] };
}
