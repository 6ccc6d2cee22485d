const DAY_MS = 86_400_000;

const digits = (length: number): readonly string[] => Array.from({ length: 10 ** length }, (_, number) => String(number).padStart(length, '0'));
const TWO = digits(2);
const THREE = digits(3);

/** The day that was asked for last, and how it begins: what is asked together is mostly of few days. */
let lastDay = NaN;
let lastBeginning = '';

/** An instant as `Date.toISOString` writes it, in UTC with milliseconds, in a third of its time: a list writes dozens. @throws RangeError for an invalid date */
export function instantText(instant: Date): string {
  const ms = instant.getTime();
  const day = Math.floor(ms / DAY_MS);
  if (day !== lastDay) {
    const text = instant.toISOString();
    lastBeginning = text.slice(0, text.indexOf('T') + 1);
    lastDay = day;
  }
  const inDay = ms - day * DAY_MS;
  const seconds = Math.floor(inDay / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${lastBeginning}${TWO[Math.floor(minutes / 60)]}:${TWO[minutes % 60]}:${TWO[seconds % 60]}.${THREE[inDay % 1000]}Z`;
}
