import { csvRows } from '../../packages/testing/src/made-year/csv-rows.js';

/** Which band a quarter-hour lies in, by the minute of the day at which it starts. */
export type Band = 'PEAK' | 'FLAT' | 'VALLEY';
export type BandOf = (startMinute: number) => Band;

const DAY_MS = 86_400_000;
const isoDay = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);

/** A quarter-hour as the file states it. */
interface Quarter {
  readonly day: string;
  readonly startMinute: number;
  /** Whole, so that sums are exact. */
  readonly hundredths: number;
}

/** What some quarter-hours add up to, in hundredths of a kWh. */
export type Sums = Readonly<Record<Band, number>>;
export const allOf = (sums: Sums): number => sums.PEAK + sums.FLAT + sums.VALLEY;

const KEYS = {
  day: (day: string): string => day,
  week: (day: string): string => isoDay(Date.parse(day) - ((new Date(day).getUTCDay() + 6) % 7) * DAY_MS),
  month: (day: string): string => day.slice(0, 7),
} as const;
export type Split = keyof typeof KEYS;

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());
const meanKw = (quarters: readonly Quarter[]): number => (quarters.reduce((sum, { hundredths }) => sum + hundredths, 0) / quarters.length / 100) * 4;

/** A file's year reckoned in the plainest way, with nothing of the product's own reckoning. */
export class YearByHand {
  private readonly quarters: readonly Quarter[];

  constructor(lines: Iterable<string>) {
    this.quarters = Array.from(csvRows(lines), ({ year, month, day, endMinute, usageHundredths }) => ({ day: isoDay(Date.UTC(year, month - 1, day)), startMinute: endMinute - 15, hundredths: usageHundredths }));
  }

  /** By the first day of each week, or by its name, in the order of time. */
  split(by: Split, bandOf: BandOf): ReadonlyMap<string, Sums> {
    const parts = new Map<string, Record<Band, number>>();
    for (const { day, startMinute, hundredths } of this.quarters) {
      const key = KEYS[by](day);
      const sums = parts.get(key) ?? { PEAK: 0, FLAT: 0, VALLEY: 0 };
      sums[bandOf(startMinute)] += hundredths;
      parts.set(key, sums);
    }
    return parts;
  }

  whole(bandOf: BandOf): Sums {
    const months = [...this.split('month', bandOf).values()];
    const sum = (band: Band): number => months.reduce((all, each) => all + each[band], 0);
    return { PEAK: sum('PEAK'), FLAT: sum('FLAT'), VALLEY: sum('VALLEY') };
  }

  /** The mean power in kW of one quarter-hour of the day, over working days or weekends. */
  curveKw(quarter: number, isOfWeekends: boolean): number {
    return meanKw(this.quarters.filter(({ day, startMinute }) => startMinute === quarter * 15 && isWeekend(day) === isOfWeekends));
  }

  /** What all but one in twenty of the quarter-hours exceed, in kW. */
  baseLoadKw(): number {
    const sorted = this.quarters.map(({ hundredths }) => hundredths).sort((one, other) => one - other);
    return (sorted[Math.ceil(sorted.length / 20) - 1]! / 100) * 4;
  }

  /** The quarter-hour with the highest demand. */
  peak(): { readonly kw: number; readonly at: string } {
    const { day, startMinute, hundredths } = this.quarters.reduce((most, each) => (each.hundredths > most.hundredths ? each : most));
    const clock = [Math.floor(startMinute / 60), startMinute % 60].map((part) => String(part).padStart(2, '0')).join(':');
    return { kw: (hundredths / 100) * 4, at: `${day} ${clock}` };
  }
}
