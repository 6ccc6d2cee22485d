const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** A length in the unit in which it has one to three digits before the point, and three in all: "1.23 MB". */
export function bytesText(bytes: number, locale: string): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const text = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }).format(bytes / 1_000 ** power);
  return `${text} ${UNITS[power] ?? ''}`;
}
