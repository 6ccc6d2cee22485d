/** A text in the platform's two languages. Where one is blank the other is shown, and where both are, the key. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What sort of values there are. An enumeration's are texts or whole numbers out of a list. */
export const VALUE_KINDS = ['number', 'integer', 'boolean', 'text', 'enumeration', 'json'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What a metric's numbers mean over time; the words of the telemetry room's `MetricQuantity`, which a test compares. */
export const QUANTITIES = ['gauge', 'interval', 'counter', 'power', 'state'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** Bounds that are themselves allowed; null where there is none on that side. */
export interface ValueRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** One value with a name: of an enumeration, or true and false of a boolean. */
export interface NamedValue {
  readonly value: string | number | boolean;
  readonly label: Words;
}

/** What values may be, as metrics, attributes and parameters have them. */
export interface ValueType {
  readonly kind: ValueKind;
  /** Of numbers; null where they have none. */
  readonly unit: string | null;
  /** Of numbers, in that unit. */
  readonly range: ValueRange | null;
  /** Every value of an enumeration; the names of true and false of a boolean, or none. */
  readonly values: readonly NamedValue[];
}

/** What a machine sends over time. */
export interface TypeMetric extends ValueType {
  /** As the machine sends it. */
  readonly key: string;
  readonly name: Words;
  readonly quantity: Quantity;
  /** How often a value is expected, in milliseconds; null where nothing is. */
  readonly intervalMs: number | null;
}

/** Who sets an attribute: the machine tells it of itself, or the platform's people tell the machine. */
export const ATTRIBUTE_SETTERS = ['machine', 'platform'] as const;

/** What is true of a machine for long: its serial number, a setpoint. */
export interface TypeAttribute extends ValueType {
  readonly key: string;
  readonly name: Words;
  readonly setBy: (typeof ATTRIBUTE_SETTERS)[number];
}

/** What a command is given, or an event tells. */
export interface TypeParameter extends ValueType {
  readonly key: string;
  readonly name: Words;
  readonly isRequired: boolean;
}

/** What a machine can be told to do. */
export interface TypeCommand {
  readonly key: string;
  readonly name: Words;
  readonly parameters: readonly TypeParameter[];
  /** Whether the machine answers. */
  readonly isAnswered: boolean;
  /** How long an answer is waited for, in milliseconds. */
  readonly timeoutMs: number;
}

/** How grave an event is, in the words of TSL. */
export const EVENT_LEVELS = ['info', 'alert', 'error'] as const;

/** What a machine reports when it happens. */
export interface TypeEvent {
  readonly key: string;
  readonly name: Words;
  readonly level: (typeof EVENT_LEVELS)[number];
  readonly parameters: readonly TypeParameter[];
}

/** How grave an alarm is, gravest first. @see ITU-T X.733, clause 8.1.2.3 */
export const ALARM_SEVERITIES = ['critical', 'major', 'minor', 'warning'] as const;

/** `above` and `below` are of numbers; `is` and `is-not` of any other value, and of whole numbers. */
export const ALARM_OPERATORS = ['above', 'below', 'is', 'is-not'] as const;

/** When a value gives cause for alarm. */
export interface AlarmCondition {
  readonly operator: (typeof ALARM_OPERATORS)[number];
  readonly value: string | number | boolean;
}

/** An alarm that machines of the type should have: a suggestion, which somebody turns into a rule. */
export interface TypeAlarm {
  readonly key: string;
  readonly name: Words;
  /** The key of a metric of this type. */
  readonly metric: string;
  readonly condition: AlarmCondition;
  /** For how long the condition holds before it counts, in milliseconds. */
  readonly forMs: number;
  readonly severity: (typeof ALARM_SEVERITIES)[number];
}

/** What machines of one type send, are, can be told, and report: 物模型. */
export interface TypeModel {
  readonly metrics: readonly TypeMetric[];
  readonly attributes: readonly TypeAttribute[];
  readonly commands: readonly TypeCommand[];
  readonly events: readonly TypeEvent[];
  readonly alarms: readonly TypeAlarm[];
}

/** The parts of a model, in the order in which they are shown. */
export const MODEL_PARTS = ['metrics', 'attributes', 'commands', 'events', 'alarms'] as const;
export type ModelPart = (typeof MODEL_PARTS)[number];

/** A model that says nothing yet. */
export const EMPTY_MODEL: TypeModel = { metrics: [], attributes: [], commands: [], events: [], alarms: [] };

/** A model under its name, as it is handed on. */
export interface DescribedModel {
  readonly name: string;
  readonly description: string;
  readonly model: TypeModel;
}
