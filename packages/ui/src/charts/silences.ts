/** From what silence on a line is broken. */
export interface SilenceRule {
  /** No shorter silence breaks a line; in milliseconds. */
  readonly overMs: number;
  /** Given: nor does one shorter than so many times the usual spacing right there, for what is sent at a pace of its own that may change. */
  readonly timesUsual?: number;
}

/** As many spacings on either side tell what is usual at a place. */
const NEIGHBOURS = 8;

function spacing(atMs: ArrayLike<number>, index: number): number {
  return (atMs[index] ?? 0) - (atMs[index - 1] ?? 0);
}

/** The lower median of the spacings that end at the points `from` to `to`. */
function usualSpacing(atMs: ArrayLike<number>, from: number, to: number): number {
  const spacings: number[] = [];
  for (let index = Math.max(1, from); index <= Math.min(to, atMs.length - 1); index += 1) spacings.push(spacing(atMs, index));
  return spacings.sort((one, other) => one - other)[(spacings.length - 1) >> 1] ?? 0;
}

function isSilence(atMs: ArrayLike<number>, index: number, { overMs, timesUsual }: SilenceRule): boolean {
  const thisMs = spacing(atMs, index);
  if (!(thisMs > overMs)) return false;
  if (timesUsual === undefined) return true;
  // Judged by either side: at a change of pace, from minutes to seconds, the spacing is usual on one of them.
  return thisMs > timesUsual * Math.max(usualSpacing(atMs, index - NEIGHBOURS + 1, index), usualSpacing(atMs, index, index + NEIGHBOURS - 1));
}

/** Where a silence begins: the indices after which the line must break. */
export function silences(atMs: ArrayLike<number>, rule: SilenceRule): number[] {
  const found: number[] = [];
  for (let index = 1; index < atMs.length; index += 1) if (isSilence(atMs, index, rule)) found.push(index - 1);
  return found;
}
