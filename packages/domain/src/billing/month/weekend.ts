/**
 * Whether a local day is a Saturday or a Sunday.
 * @param localDay local days since 1970-01-01, a Thursday
 */
export function isWeekend(localDay: number): boolean {
  return (((localDay + 3) % 7) + 7) % 7 > 4;
}
