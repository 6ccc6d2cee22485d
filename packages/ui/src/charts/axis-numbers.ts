/** As many digits as tell neighbouring ticks apart; thousands are shortened as the locale shortens them. */
export function axisNumbers(splits: readonly number[], locale: string): string[] {
  const [first = 0, second = first + 1] = splits;
  const step = Math.abs(second - first);
  const largest = Math.max(...splits.map(Math.abs), 0);
  const digits = Math.min(6, Math.max(0, Math.ceil(-Math.log10(step) - 1e-9)));
  const isLong = largest >= 10_000;
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: isLong ? 2 : digits,
    minimumFractionDigits: isLong ? 0 : digits,
    signDisplay: 'negative',
    ...(isLong ? { notation: 'compact' } : {}),
  });
  return splits.map((value) => format.format(value).replace('-', '−'));
}
