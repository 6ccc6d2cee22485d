/** How much a model may hold. Lengths are in UTF-16 code units. */
export const MODEL_LIMITS = {
  /** As many as a machine may have series of. */
  metrics: 1_024,
  attributes: 200,
  commands: 100,
  events: 100,
  alarms: 200,
  /** Of one command or event. */
  parameters: 32,
  /** Of one enumeration. */
  values: 100,
  /** As telemetry's keys. */
  key: 128,
  name: 80,
  description: 500,
  unit: 16,
  /** A value of an enumeration. */
  value: 80,
  /** A whole document. */
  document: 400_000,
  faults: 100,
} as const;
