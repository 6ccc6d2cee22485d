/** How the series of a group become one. */
export const COMBINATIONS = ['pooled', 'sum', 'mean', 'min', 'max'] as const;
/**
 * `pooled`: the figure of all their points together, each weighing the same. The others reckon each series' figure first, fill its gaps, and then take the sum,
 * mean, least or largest over the series that have a value: the power of a plant is the sum of its machines' means, and never the mean of their points.
 */
export type Combination = (typeof COMBINATIONS)[number];

/** Grows over the columns of many series, holding only what is needed for the answer. */
export class CombinedColumn {
  private readonly value: Float64Array;
  private readonly series: Float64Array;

  constructor(
    private readonly how: Exclude<Combination, 'pooled'>,
    length: number,
  ) {
    this.value = new Float64Array(length).fill(how === 'min' ? Infinity : how === 'max' ? -Infinity : 0);
    this.series = new Float64Array(length);
  }

  /** Takes in another series' column. */
  add(values: readonly (number | null)[]): void {
    for (const [place, value] of values.entries()) {
      if (value === null) continue;
      const known = this.value[place] as number;
      this.value[place] = this.how === 'min' ? Math.min(known, value) : this.how === 'max' ? Math.max(known, value) : known + value;
      this.series[place] = (this.series[place] as number) + 1;
    }
  }

  /** Null where no series has a value. */
  values(): (number | null)[] {
    return Array.from(this.value, (value, place) => {
      const count = this.series[place] as number;
      return count === 0 ? null : this.how === 'mean' ? value / count : value;
    });
  }
}
