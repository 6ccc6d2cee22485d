/** How much one device message may hold. Lengths are in UTF-16 code units, as `String.length` counts. */
export interface DecodeLimits {
  /** Readings (elements of the outer array) in one message. */
  readonly maxSamples: number;
  /** Metrics in one reading, or attributes in one message. */
  readonly maxMetrics: number;
  /** Metrics of all readings of one message together. */
  readonly maxValues: number;
  readonly maxKeyLength: number;
  /** Length of a text value. */
  readonly maxTextLength: number;
  /** Length of an object's or array's JSON text. */
  readonly maxJsonLength: number;
  /** Levels of objects and arrays in one value: `{"a":[1]}` has two. */
  readonly maxDepth: number;
  /**
   * Whether a text that is exactly a JSON number (`"22.5"`) is read as that number, which is ThingsBoard's default.
   * Off, a text stays a text, so that a batch code `"42"` is not turned into a quantity. `"007"` and numbers that a double cannot hold stay texts either way.
   */
  readonly isNumericTextCast: boolean;
}

/** Limits that a machine in a small plant does not meet. */
export const DEFAULT_DECODE_LIMITS: DecodeLimits = {
  maxSamples: 1_000,
  maxMetrics: 500,
  maxValues: 10_000,
  maxKeyLength: 128,
  maxTextLength: 4_096,
  maxJsonLength: 16_384,
  maxDepth: 8,
  isNumericTextCast: false,
};
