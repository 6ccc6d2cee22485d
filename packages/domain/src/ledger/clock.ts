/** How far a machine's clock is off, in milliseconds: behind, or below zero ahead. */
export interface ClockError {
  readonly medianMs: number;
  readonly worstMs: number;
}

/** A clock over a stretch of time by its quarter-hours, see {@link Tally}; null where none is known. */
export function clockErrorOf(cells: readonly (number | null)[]): ClockError | null {
  const known = cells.filter((cell) => cell !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  const worstMs = known.reduce((worst, cell) => (Math.abs(cell) > Math.abs(worst) ? cell : worst), 0);
  return { medianMs: known[Math.floor((known.length - 1) / 2)] as number, worstMs };
}
