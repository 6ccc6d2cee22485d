interface Day {
  readonly date: string;
  readonly quantity: number;
}

/** What a day read so far, and how much more is expected of it. */
export interface UsagePeriod {
  readonly date: string;
  readonly used: number;
  readonly expected: number;
}

const DAY_MS = 86_400_000;

/** Every day of the month: a day that was not read is nothing, and what is expected is what the forecast has beyond what was read. */
export function usagePeriods({ days, forecast }: { readonly days: readonly Day[]; readonly forecast?: { readonly days: readonly Day[] } | null | undefined }, { monthFrom, monthTo }: { readonly monthFrom: string; readonly monthTo: string }): UsagePeriod[] {
  const used = new Map(days.map(({ date, quantity }) => [date, quantity]));
  const foretold = new Map(forecast?.days.map(({ date, quantity }) => [date, quantity]));
  const periods: UsagePeriod[] = [];
  for (let atMs = Date.parse(monthFrom); atMs <= Date.parse(monthTo); atMs += DAY_MS) {
    const date = new Date(atMs).toISOString().slice(0, 10);
    const read = used.get(date) ?? 0;
    periods.push({ date, used: read, expected: Math.max(0, (foretold.get(date) ?? 0) - read) });
  }
  return periods;
}
