/** What can be wrong with a model; each has its words in the portal. */
export const MODEL_FAULTS = [
  'not-json', 'too-large', 'bad-format', 'not-object', 'not-list', 'too-many', 'unknown-field', 'missing',
  'not-text', 'too-long', 'bad-text', 'repeated-key', 'not-number', 'not-whole', 'out-of-bounds', 'not-boolean', 'not-choice',
  'unit-not-of-kind', 'range-not-of-kind', 'range-empty', 'values-missing', 'values-not-of-kind', 'bad-value', 'repeated-value',
  'quantity-not-of-kind', 'unknown-metric', 'condition-not-of-kind', 'value-not-listed',
] as const;

/** One fault of a model. */
export interface ModelFault {
  readonly code: (typeof MODEL_FAULTS)[number];
  /** Where, as a JSON Pointer: `/metrics/3/range/min`. @see RFC 6901 */
  readonly path: string;
}
