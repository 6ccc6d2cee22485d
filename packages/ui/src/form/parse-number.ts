/** How a number field reads, rounds and bounds what is typed. */
export interface NumberRules {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly step: number;
  /** Digits kept after the mark. */
  readonly precision?: number | undefined;
}

/**
 * Reads what people type: `1,234.5`, `1 234`, `１２`, `−3`. A lone comma before one or two digits is a decimal mark.
 * @returns null for an empty text, undefined for one that is no number.
 */
export function parseTypedNumber(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\u2009\u202f_']/g, '').replace(/−/g, '-');
  if (plain === '') return null;
  const isDecimalComma = /^-?\d+,\d{1,2}$/.test(plain);
  const digits = isDecimalComma ? plain.replace(',', '.') : plain.replace(/,(?=\d{3}(\D|$))/g, '');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(digits) ? Number(digits) : undefined;
}

/** Rounds to the field's precision (or its step's), and keeps it within bounds. */
export function settleNumber(value: number, rules: NumberRules): number {
  const places = rules.precision ?? (String(rules.step).split('.')[1]?.length ?? 0);
  const bounded = Math.min(rules.max ?? Infinity, Math.max(rules.min ?? -Infinity, value));
  return Number(bounded.toFixed(Math.min(12, places)));
}
