import { EXAMPLE_TARIFF } from '@tenon/domain/energy';
import type { TariffBand, TariffHoursInput } from '../../generated/documents';

/** The bands the page offers, dearest first. */
export const BANDS = ['PEAK', 'FLAT', 'VALLEY'] as const satisfies readonly TariffBand[];

export const QUARTERS_PER_DAY = 96;
const MINUTES_PER_QUARTER = 15;

/** The band of each quarter-hour of the local day, shape [96]. */
export type TariffDay = readonly TariffBand[];

/** Yuan per kWh by band. */
export type TariffPrices = Readonly<Record<TariffBand, number>>;

/** A stretch of one band, `[fromQuarter, toQuarter)` quarter-hours after midnight. */
export interface Stretch {
  readonly fromQuarter: number;
  readonly toQuarter: number;
  readonly band: TariffBand;
}

type Hours = Pick<TariffHoursInput, 'fromMinute' | 'toMinute' | 'band'>;

/** Lays stretches of minutes out on the day; what none covers is flat. */
export function dayOf(hours: readonly Hours[]): TariffDay {
  return Array.from({ length: QUARTERS_PER_DAY }, (_, quarter) => {
    const minute = quarter * MINUTES_PER_QUARTER;
    return hours.find(({ fromMinute, toMinute }) => fromMinute <= minute && minute < toMinute)?.band ?? 'FLAT';
  });
}

/** The day's stretches in order, neighbours of one band joined. */
export function stretchesOf(day: TariffDay): Stretch[] {
  const stretches: Stretch[] = [];
  day.forEach((band, quarter) => {
    const last = stretches.at(-1);
    if (last?.band === band) stretches[stretches.length - 1] = { ...last, toQuarter: quarter + 1 };
    else stretches.push({ fromQuarter: quarter, toQuarter: quarter + 1, band });
  });
  return stretches;
}

/** The day as the api takes it. */
export function hoursOf(day: TariffDay): TariffHoursInput[] {
  return stretchesOf(day).map(({ fromQuarter, toQuarter, band }) => ({
    fromMinute: fromQuarter * MINUTES_PER_QUARTER,
    toMinute: toQuarter * MINUTES_PER_QUARTER,
    band,
  }));
}

/** Gives the quarter-hours between two edges (in either order) a band. */
export function paint(day: TariffDay, oneEdge: number, otherEdge: number, band: TariffBand): TariffDay {
  const from = Math.min(oneEdge, otherEdge);
  const to = Math.max(oneEdge, otherEdge);
  return day.map((own, quarter) => (from <= quarter && quarter < to ? band : own));
}

/** Moves the edge after the stretch of that index; both neighbours keep a quarter-hour at least. */
export function moveEdge(day: TariffDay, stretchIndex: number, toQuarter: number): TariffDay {
  const stretches = stretchesOf(day);
  const [before, after] = [stretches[stretchIndex], stretches[stretchIndex + 1]];
  if (!before || !after) return day;
  const edge = Math.min(after.toQuarter - 1, Math.max(before.fromQuarter + 1, toQuarter));
  return edge > before.toQuarter ? paint(day, before.toQuarter, edge, before.band) : paint(day, edge, before.toQuarter, after.band);
}

/** Hours of the day in a band. */
export function hoursIn(day: TariffDay, band: TariffBand): number {
  return day.filter((own) => own === band).length / 4;
}

/** What a kWh costs on average to a site that draws the same power all day, in yuan. */
export function meanPrice(day: TariffDay, prices: TariffPrices): number {
  return day.reduce((sum, band) => sum + prices[band], 0) / day.length;
}

/** A quarter-hour's start on the clock, `08:15`; 96 is `24:00`. */
export function clockAt(quarter: number): string {
  const minutes = quarter * MINUTES_PER_QUARTER;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Prices are kept in whole yuan per 10,000 kWh. */
export const PRICE_UNITS_PER_YUAN = 10_000;
const priced = EXAMPLE_TARIFF.yuanPer10000Kwh;

/** The example every set-up starts from. */
export const EXAMPLE_DAY: TariffDay = dayOf(
  EXAMPLE_TARIFF.hours.map(({ band, ...minutes }) => ({ ...minutes, band: band === 'peak' ? 'PEAK' : band === 'valley' ? 'VALLEY' : 'FLAT' })),
);
export const EXAMPLE_PRICES: TariffPrices = {
  PEAK: (priced.peak ?? 0) / PRICE_UNITS_PER_YUAN,
  FLAT: (priced.flat ?? 0) / PRICE_UNITS_PER_YUAN,
  VALLEY: (priced.valley ?? 0) / PRICE_UNITS_PER_YUAN,
};

/** Whether nothing of the example was changed yet. */
export function isExample(day: TariffDay, prices: TariffPrices): boolean {
  return day.every((band, quarter) => band === EXAMPLE_DAY[quarter]) && BANDS.every((band) => prices[band] === EXAMPLE_PRICES[band]);
}
