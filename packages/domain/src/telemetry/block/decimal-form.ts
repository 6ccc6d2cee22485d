/** How numbers of few decimal places become whole numbers: times 10 to `exponent`. */
export interface DecimalForm {
  /** 0 to {@link MOST_PLACES}. */
  readonly exponent: number;
  /** 10 to that, which is exact. */
  readonly scale: number;
  /** Whether the numbers were of single precision before they were doubles, as controllers keep them: 21.7 is then 21.700000762939453. */
  readonly isSingle: boolean;
}

export const MOST_PLACES = 15;
/** Whole numbers within this have exact differences, also once their sign is folded in. */
const MOST_WHOLE = 2 ** 51;
/** So many of a form's numbers may stand beside it, each in its own eight bytes. */
const MOST_ODD_SHARE = 1 / 16;
const SAMPLE = 256;

/** The form of so many decimal places. */
export function decimalForm(exponent: number, isSingle: boolean): DecimalForm {
  return { exponent, scale: 10 ** exponent, isSingle };
}

/** The whole number that stands for a number in a form, or `undefined` where none gives it back bit for bit. */
export function wholeOf(value: number, { scale, isSingle }: DecimalForm): number | undefined {
  // Of −0, which no whole number stands for, 0 is added to, so that it is seen to differ.
  const whole = Math.round(value * scale) + 0;
  if (!(Math.abs(whole) <= MOST_WHOLE)) return undefined;
  return Object.is(valueOf(whole, scale, isSingle), value) ? whole : undefined;
}

/** The number that a whole number stands for. */
export function valueOf(whole: number, scale: number, isSingle: boolean): number {
  return isSingle ? Math.fround(whole / scale) : whole / scale;
}

/**
 * The form with the fewest places in which nearly all of these numbers are whole, or `undefined` where they are no decimals.
 * Scaling by the decimal places that were sent is what ALP does (Afroozeh, Kuffó, Boncz, SIGMOD 2023); on what plants send it
 * takes a third to a tenth of the bytes of Gorilla's exclusive or (Pelkonen et al., VLDB 2015).
 */
export function decimalFormOf(values: Float64Array): DecimalForm | undefined {
  const sample = sampled(values);
  for (const isSingle of [false, true]) {
    if (isSingle && !isNearlyAll(sample, (value) => Math.fround(value) === value)) continue;
    for (let exponent = 0; exponent <= MOST_PLACES; exponent += 1) {
      const form = decimalForm(exponent, isSingle);
      const fits = (value: number): boolean => wholeOf(value, form) !== undefined;
      if (isNearlyAll(sample, fits) && isNearlyAll(values, fits)) return form;
    }
  }
  return undefined;
}

function sampled(values: Float64Array): Float64Array {
  if (values.length <= SAMPLE) return values;
  return Float64Array.from({ length: SAMPLE }, (_, i) => values[Math.floor((i * values.length) / SAMPLE)] as number);
}

function isNearlyAll(values: Float64Array, fits: (value: number) => boolean): boolean {
  let odd = 0;
  const most = values.length * MOST_ODD_SHARE;
  for (const value of values) if (!fits(value) && (odd += 1) > most) return false;
  return true;
}
