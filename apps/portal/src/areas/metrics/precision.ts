const MOST_DECIMALS = 6;
/** A double holds this many decimal digits for sure; what lies behind is noise of arithmetic. */
const SURE_DIGITS = 12;

/** Digits after the mark for one live reading, so that it does not change its width from one value to the next. */
export function livePrecision(value: number, unit: string | null): number {
  const size = Math.abs(value);
  if (size >= 1_000 || (unit === null && Number.isInteger(value))) return 0;
  return size >= 10 ? 1 : 2;
}

function decimalsOf(value: number): number {
  const [digits = '', exponent] = String(Number(value.toPrecision(SURE_DIGITS))).split('e');
  if (exponent?.startsWith('-')) return MOST_DECIMALS;
  return digits.split('.')[1]?.length ?? 0;
}

/** Digits after the mark that show every one of these values as it was stored, so that a column aligns. */
export function columnPrecision(values: readonly unknown[]): number {
  const decimals = values.map((value) => (typeof value === 'number' ? decimalsOf(value) : 0));
  return Math.min(MOST_DECIMALS, Math.max(0, ...decimals));
}
