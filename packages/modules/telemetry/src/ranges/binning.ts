/** How instants are put into buckets: by equal widths since the epoch, or between given edges (ascending, the last one ends the last bucket). */
export type Binning = { readonly widthMs: number } | { readonly edgesMs: readonly number[] };

/** The start of the bucket that an instant is in; none before the first edge, and behind the last one that edge. */
export function binStartMs(binning: Binning, atMs: number): number | undefined {
  if ('widthMs' in binning) return Math.floor(atMs / binning.widthMs) * binning.widthMs;
  let [low, high] = [0, binning.edgesMs.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((binning.edgesMs[middle] as number) <= atMs) low = middle + 1;
    else high = middle;
  }
  return binning.edgesMs[low - 1];
}
