const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** "3 minutes ago", 3分钟前: the largest unit that fits, rounded toward the present. */
export function formatRelative(atMs: number, nowMs: number, locale: string): string {
  const awayMs = atMs - nowMs;
  const [unit, sizeMs] = UNITS.find(([, size]) => Math.abs(awayMs) >= size) ?? ['second', 1_000];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(awayMs / sizeMs), unit as Intl.RelativeTimeFormatUnit);
}

/** Longer than a clock is looked at, shorter than anything that is announced. */
const JUST_NOW_MS = 60_000;

/** The present to count from, where the clock was last seen a moment ago: what came since then is new, not about to come. */
export function presentFor(atMs: number, seenMs: number): number {
  return atMs > seenMs && atMs - seenMs < JUST_NOW_MS ? atMs : seenMs;
}

/** How long until the wording of {@link formatRelative} can change. */
export function relativeTickMs(atMs: number, nowMs: number): number {
  const awayMs = Math.abs(atMs - nowMs);
  if (awayMs < 60_000) return 5_000;
  return awayMs < 3_600_000 ? 30_000 : 600_000;
}

const DURATION_UNITS: readonly (readonly [string, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** "2 hr 5 min", 2小时5分钟: the two largest units, from seconds to days. */
export function formatDuration(durationMs: number, locale: string): string {
  const wholeMs = Math.max(0, Math.round(durationMs / 1000) * 1000);
  const first = Math.max(0, DURATION_UNITS.findIndex(([, sizeMs]) => wholeMs >= sizeMs));
  const from = wholeMs < 1000 ? DURATION_UNITS.length - 1 : first;
  let restMs = wholeMs;
  const words: string[] = [];
  for (const [unit, sizeMs] of DURATION_UNITS.slice(from, from + 2)) {
    const count = Math.floor(restMs / sizeMs);
    restMs -= count * sizeMs;
    if (count > 0 || words.length === 0) {
      words.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
    }
  }
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(words);
}
