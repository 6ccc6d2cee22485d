/**
 * SQL that adds up a column of doubles and cannot fail. A sum past the double's range is an error in SQL, and a device may
 * send 1e308 all day: every range that holds it would be unreadable. Sums of such values are not exact.
 */
export function safeSum(column: string): string {
  return `sum(least(greatest(${column}, -1e290), 1e290))`;
}
