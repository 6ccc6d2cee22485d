/** How much is read of one payload, whatever its bytes say. */
export interface SparkplugLimits {
  /** Metrics of one payload, members of templates included. */
  readonly maxMetrics: number;
  /** Templates, or sets of properties, inside one another. */
  readonly maxDepth: number;
  /** Cells of one data set. */
  readonly maxCells: number;
}

/** More than a birth certificate holds that fits into a message. */
export const DEFAULT_SPARKPLUG_LIMITS: SparkplugLimits = { maxMetrics: 10_000, maxDepth: 8, maxCells: 10_000 };
