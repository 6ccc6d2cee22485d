/**
 * Points of one series in columns: the n-th entries belong together, stamps strictly ascending, each with a value that is either
 * a number or another kind of value, never both.
 */
export interface BlockPoints {
  /** Microseconds since the Unix epoch, whole and not negative. */
  readonly atUs: Float64Array;
  /** The numbers; NaN, which no device can send, where the value is not one. */
  readonly num: Float64Array;
  /** The JSON texts of the values that are no numbers, `null` beside a number; `null` where all are numbers. */
  readonly rich: readonly (string | null)[] | null;
}

/** The place of the first stamp that is not before `atUs`; how many there are where all are before. */
export function placeOf({ atUs: stamps }: Pick<BlockPoints, 'atUs'>, atUs: number): number {
  let [low, high] = [0, stamps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((stamps[middle] as number) < atUs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of the points lies in `[fromUs, toUs)`; shares their memory. */
export function within(points: BlockPoints, fromUs: number, toUs: number): BlockPoints {
  return slicePoints(points, placeOf(points, fromUs), placeOf(points, toUs));
}

/** The points from one place to before another; shares their memory. */
export function slicePoints({ atUs, num, rich }: BlockPoints, from: number, to: number): BlockPoints {
  return { atUs: atUs.subarray(from, to), num: num.subarray(from, to), rich: rich && rich.slice(from, to) };
}
