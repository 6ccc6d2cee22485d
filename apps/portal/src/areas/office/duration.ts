const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];
const SMALLEST = [1, 'millisecond'] as const;
const STEPS = [[HOUR, 'hour'], [MINUTE, 'minute'], [SECOND, 'second']] as const;

/** A span of time in its largest unit, to two digits: 820 ms, 1.2 s, 14 min. */
export function durationText(ms: number, locale: string): string {
  const [size, unit] = STEPS.find(([least]) => ms >= least) ?? SMALLEST;
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short', maximumSignificantDigits: ms / size < 10 ? 2 : 3 }).format(ms / size);
}
