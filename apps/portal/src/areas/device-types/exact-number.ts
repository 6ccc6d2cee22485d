/** As many decimals as a double of everyday size has to say: a bound of 0.45 is not a bound of 0. Fields keep as many of what is typed. */
export const EXACT = 10;

/** A number as somebody set it, in full; measured values are shown by a sensible precision instead. */
export function exactNumber(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: EXACT }).format(value);
}
