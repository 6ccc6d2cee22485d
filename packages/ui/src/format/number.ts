/** How a number is to be read by people. */
export interface NumberFormat {
  /** BCP 47 tag; decides grouping, decimal mark and, with `scale: 'cjk'`, 万 and 亿. */
  readonly locale: string;
  /** Unit symbol; kept apart from the digits so that it can be set in a lighter tone. */
  readonly unit?: string | undefined;
  /** Digits after the decimal mark, fixed so that columns align. Left out: as many as the size deserves. */
  readonly precision?: number | undefined;
  /** Fewer digits allowed at the end than `precision`; defaults to `precision`. */
  readonly minPrecision?: number | undefined;
  /** `cjk`: in Chinese, Japanese and Korean locales count in 万 and 亿 from ten thousand on. */
  readonly scale?: 'plain' | 'cjk' | undefined;
  readonly sign?: 'auto' | 'always' | undefined;
  /** `percent`: the value is a ratio, 0.61 reads 61 %. */
  readonly style?: 'decimal' | 'percent' | undefined;
}

/** The pieces of a formatted number, to be set one after the other. */
export interface FormattedNumber {
  readonly text: string;
  /** 万 or 亿, or empty. */
  readonly magnitude: string;
  readonly unit: string;
}

const MYRIAD = 10_000;
const COUNTS_IN_MYRIADS = /^(zh|ja|ko)\b/;
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale, options);
    formatters.set(key, found);
  }
  return found;
}

/** Digits after the mark that a value of this size deserves: 4 significant at most, never a tail of noise. */
function deservedPrecision(value: number): number {
  const size = Math.abs(value);
  if (size >= 1000 || size === 0) return 0;
  if (size >= 100) return 1;
  if (size >= 1) return 2;
  return Math.min(6, 2 - Math.floor(Math.log10(size)));
}

function optionsFor(shown: number, format: NumberFormat): Intl.NumberFormatOptions {
  const isMyriad = format.scale === 'cjk' && Math.abs(shown) >= MYRIAD && COUNTS_IN_MYRIADS.test(format.locale);
  const precision = format.precision ?? (isMyriad ? 2 : deservedPrecision(shown));
  return {
    maximumFractionDigits: precision,
    minimumFractionDigits: Math.min(format.minPrecision ?? format.precision ?? 0, precision),
    signDisplay: format.sign === 'always' ? 'exceptZero' : 'negative',
    ...(isMyriad ? { notation: 'compact' } : {}),
  };
}

/** Formats a finite number. A true minus sign is used, so that digits and signs share one width. */
export function formatNumber(value: number, format: NumberFormat): FormattedNumber {
  const isPercent = format.style === 'percent';
  const shown = isPercent ? value * 100 : value;
  const parts = formatter(format.locale, optionsFor(shown, format)).formatToParts(shown);
  const text = parts
    .filter((part) => part.type !== 'compact')
    .map((part) => (part.type === 'minusSign' ? '−' : part.value))
    .join('')
    .trim();
  const magnitude = parts.find((part) => part.type === 'compact')?.value ?? '';
  return { text, magnitude, unit: format.unit ?? (isPercent ? '%' : '') };
}

/** One line of text, for titles, labels and read-outs; a thin space before the unit. */
export function numberText(value: number | null | undefined, format: NumberFormat, placeholder = '—'): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return placeholder;
  const { text, magnitude, unit } = formatNumber(value, format);
  return unit ? `${text}${magnitude}\u2009${unit}` : `${text}${magnitude}`;
}

/** Formats an amount held in the currency's minor unit (fen, cents). */
export function formatMoney(amountMinor: number | bigint, format: { readonly locale: string; readonly currency: string }): string {
  const money = formatter(format.locale, { style: 'currency', currency: format.currency, currencyDisplay: 'narrowSymbol' });
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  return money.format(Number(amountMinor) / 10 ** digits).replace('-', '−');
}
