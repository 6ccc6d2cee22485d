import { forecast, METER_KINDS, METERS, monthOf, type Meter, type MeterHour } from '@tenon/domain/billing';
import { startOfLocalDay } from '@tenon/domain/energy';
import { HOUR_MS } from '@tenon/kernel';
import { daysRange, hourOf } from './local-days.js';
import type { MonthFacts } from './month-lines.js';

/** A reading that stands for a whole local day. */
function ofDay(timeZone: string, meter: Meter, localDay: number, quantity: number): MeterHour {
  return { meter, hourMs: Math.ceil(startOfLocalDay(timeZone, localDay) / HOUR_MS) * HOUR_MS, quantity };
}

/**
 * What the meters will have read when the month is over, if days go on as they went: what flows by its forecast, what there is by what
 * there was last.
 * @returns null while too little is known of a meter that was read
 */
export function expectedReadings({ company: { timeZone }, firstDay, readings, localTimeOf }: MonthFacts, now: Date): MeterHour[] | null {
  const month = monthOf(firstDay, -1);
  const today = localTimeOf(now.getTime()).localDay;
  const expected: MeterHour[] = readings.filter(({ hourMs }) => localTimeOf(hourMs).localDay < month.firstDay);
  for (const meter of METERS) {
    const hours = readings.filter((reading) => reading.meter === meter);
    const [first, newest] = [hours[0], hours.at(-1)];
    if (!first || !newest) continue;
    if (METER_KINDS[meter] === 'stock') {
      const ahead = Array.from({ length: Math.max(0, firstDay - today - 1) }, (_, index) => ofDay(timeZone, meter, today + 1 + index, newest.quantity));
      expected.push(...hours.filter(({ hourMs }) => localTimeOf(hourMs).localDay >= month.firstDay), ...ahead);
      continue;
    }
    const foretold = forecast({ hours, known: { fromMs: first.hourMs, toMs: hourOf(now) }, period: daysRange(timeZone, month.firstDay, firstDay), localTimeOf });
    if (!foretold) return null;
    expected.push(...foretold.days.map(({ localDay, quantity }) => ofDay(timeZone, meter, localDay, quantity)));
  }
  return expected;
}
