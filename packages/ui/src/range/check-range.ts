import { fromLocalInput } from '../format/zone-time.js';
import type { InstantRange } from './range.js';

export type RangeFault = 'missing' | 'order' | 'span';

/** What two wall-clock readings amount to in the zone: a range, or what is wrong with it. */
export function checkRange(from: string, to: string, timeZone: string, maxSpanMs = Infinity): InstantRange | RangeFault {
  const [fromMs, toMs] = [fromLocalInput(from, timeZone), fromLocalInput(to, timeZone)];
  if (fromMs === undefined || toMs === undefined) return 'missing';
  if (fromMs >= toMs) return 'order';
  return toMs - fromMs > maxSpanMs ? 'span' : { fromMs, toMs };
}
