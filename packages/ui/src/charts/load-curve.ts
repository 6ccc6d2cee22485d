/** Quarter hours in a day. */
export const QUARTERS = 96;

const two = (value: number): string => String(value).padStart(2, '0');

/** `14:15–14:30`: the quarter hour by its ends; the last one ends at 24:00. */
export function quarterText(quarter: number): string {
  const clock = (index: number): string => `${two(Math.floor(index / 4))}:${two((index % 4) * 15)}`;
  return `${clock(quarter)}–${clock(quarter + 1)}`;
}

/** The stroke of a curve whose values hold for a quarter hour each; null lifts the pen. */
export function quarterPath(values: readonly (number | null)[], x: (quarter: number) => number, y: (value: number) => number): string {
  let path = '';
  let isPenUp = true;
  values.slice(0, QUARTERS).forEach((value, quarter) => {
    if (value === null || !Number.isFinite(value)) {
      isPenUp = true;
      return;
    }
    const level = y(value).toFixed(1);
    path += `${isPenUp ? 'M' : 'L'}${x(quarter).toFixed(1)} ${level}H${x(quarter + 1).toFixed(1)}`;
    isPenUp = false;
  });
  return path;
}
