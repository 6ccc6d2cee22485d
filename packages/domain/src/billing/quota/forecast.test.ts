import { HOUR_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { localTimeAt } from '../../energy/index.js';
import { forecast } from './forecast.js';
import type { HourQuantity } from './hour-profile.js';

const localTimeOf = (atMs: number): ReturnType<typeof localTimeAt> => localTimeAt('Asia/Shanghai', atMs);
const at = (text: string): number => Date.parse(`${text}+08:00`);
/** A plant that works from 8 to 18 on working days, 1,000 an hour, and 200 an hour on Saturdays and Sundays. */
function plantHours(fromMs: number, toMs: number): HourQuantity[] {
  const hours: HourQuantity[] = [];
  for (let hourMs = fromMs; hourMs < toMs; hourMs += HOUR_MS) {
    const { localDay, minuteOfDay } = localTimeOf(hourMs);
    const isWorking = minuteOfDay >= 480 && minuteOfDay < 1_080;
    if (isWorking) hours.push({ hourMs, quantity: [2, 3].includes(localDay % 7) ? 200 : 1_000 });
  }
  return hours;
}
const total = (hours: readonly HourQuantity[]): number => hours.reduce((sum, { quantity }) => sum + quantity, 0);
const november = { fromMs: at('2026-11-01T00:00'), toMs: at('2026-12-01T00:00') };

describe('a forecast', () => {
  it('is exact for a plant that works by the week, once a week is known', () => {
    const known = { fromMs: at('2026-10-25T00:00'), toMs: at('2026-11-10T11:00') };
    const found = forecast({ hours: plantHours(known.fromMs, known.toMs), known, period: november, localTimeOf });
    expect(found?.total).toBe(total(plantHours(november.fromMs, november.toMs)));
    expect(found?.days).toHaveLength(30);
    expect(found?.days.map(({ quantity }) => quantity).slice(9, 15)).toEqual([10_000, 10_000, 10_000, 10_000, 2_000, 2_000]);
  });

  it('keeps what was read as it was, once the period is over', () => {
    const hours = plantHours(november.fromMs, november.toMs);
    expect(forecast({ hours, known: november, period: november, localTimeOf })?.total).toBe(total(hours));
  });

  it('takes the hour of any day for a weekend that was not seen yet', () => {
    const known = { fromMs: at('2026-11-02T00:00'), toMs: at('2026-11-04T00:00') };
    const found = forecast({ hours: plantHours(known.fromMs, known.toMs), known, period: { fromMs: known.fromMs, toMs: at('2026-11-09T00:00') }, localTimeOf });
    expect(found?.total).toBe(70_000);
  });

  it('foretells nothing from less than a day', () => {
    const known = { fromMs: at('2026-11-02T00:00'), toMs: at('2026-11-02T23:00') };
    expect(forecast({ hours: [], known, period: november, localTimeOf })).toBeNull();
    expect(forecast({ hours: [], known: { ...known, toMs: at('2026-11-03T00:00') }, period: november, localTimeOf })?.total).toBe(0);
  });

  it('has as many days as the month where clocks change', () => {
    const berlin = (atMs: number): ReturnType<typeof localTimeAt> => localTimeAt('Europe/Berlin', atMs);
    const october = { fromMs: Date.parse('2026-09-30T22:00Z'), toMs: Date.parse('2026-10-31T23:00Z') };
    const known = { fromMs: october.fromMs, toMs: october.fromMs + 48 * HOUR_MS };
    const hours = Array.from({ length: 48 }, (_, index) => ({ hourMs: october.fromMs + index * HOUR_MS, quantity: 1 }));
    const found = forecast({ hours, known, period: october, localTimeOf: berlin });
    expect([found?.total, found?.days.length, found?.days[24]?.quantity]).toEqual([745, 31, 25]);
  });
});
