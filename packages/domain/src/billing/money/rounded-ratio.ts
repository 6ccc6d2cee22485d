/**
 * A fraction to the nearest whole number, halves away from zero, as invoices are rounded by hand.
 * @param denominator > 0
 */
export function roundedRatio(numerator: bigint, denominator: bigint): bigint {
  const doubled = numerator < 0n ? -numerator * 2n : numerator * 2n;
  const size = (doubled + denominator) / (denominator * 2n);
  return numerator < 0n ? -size : size;
}
