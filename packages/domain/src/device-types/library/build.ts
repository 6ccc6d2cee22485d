import type { AlarmCondition, NamedValue, Quantity, TypeAlarm, TypeAttribute, TypeCommand, TypeEvent, TypeMetric, TypeModel, TypeParameter, ValueRange, Words } from '../model.js';

/** A type to start from. */
export interface LibraryType {
  readonly key: string;
  readonly name: Words;
  readonly description: Words;
  /** Where ranges and alarms come from. */
  readonly basis: Words;
  readonly model: TypeModel;
}

type Bounds = readonly [min: number | null, max: number | null];
type Named = readonly [key: string, zh: string, en: string];

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** How often the starting types expect a value: often enough to see a cycle's drift, seldom enough for any gateway. */
const USUAL_MS = 10 * SECOND_MS;

const words = (zh: string, en: string): Words => ({ zh, en });
const rangeOf = ([min, max]: Bounds): ValueRange => ({ min, max });

function metric([key, zh, en]: Named, fields: Partial<TypeMetric> & { kind: TypeMetric['kind']; quantity: Quantity }): TypeMetric {
  return { key, name: words(zh, en), unit: null, range: null, values: [], intervalMs: USUAL_MS, ...fields };
}

/** A level at an instant. */
export const gauge = (named: Named, unit: string | null, range: Bounds): TypeMetric => metric(named, { kind: 'number', quantity: 'gauge', unit, range: rangeOf(range) });

/** A momentary power in kW. */
export const power = (named: Named, range: Bounds): TypeMetric => metric(named, { kind: 'number', quantity: 'power', unit: 'kW', range: rangeOf(range) });

/** A reading that only grows, with a unit. */
export const register = (named: Named, unit: string): TypeMetric => metric(named, { kind: 'number', quantity: 'counter', unit, range: rangeOf([0, null]), intervalMs: MINUTE_MS });

/** A whole number that only grows. */
export const count = (named: Named): TypeMetric => metric(named, { kind: 'integer', quantity: 'counter', range: rangeOf([0, null]) });

/** A switch, with the words for on and off. */
export const flag = (named: Named, on: readonly [zh: string, en: string], off: readonly [zh: string, en: string]): TypeMetric =>
  metric(named, { kind: 'boolean', quantity: 'state', values: [{ value: true, label: words(...on) }, { value: false, label: words(...off) }] });

/** Whatever a machine calls what it works at. */
export const text = (named: Named): TypeMetric => metric(named, { kind: 'text', quantity: 'state', intervalMs: null });

const STATES = {
  running: words('运行', 'Running'),
  idle: words('待机', 'Idle'),
  stopped: words('停机', 'Stopped'),
  fault: words('故障', 'Fault'),
  changeover: words('换型', 'Changeover'),
} as const;

const valuesOf = (states: readonly (keyof typeof STATES)[]): NamedValue[] => states.map((value) => ({ value, label: STATES[value] }));

/** What the machine is doing, in the words by which the portal draws it. */
export const stateOf = (...states: readonly (keyof typeof STATES)[]): TypeMetric => metric(['machine_state', '机器状态', 'Machine state'], { kind: 'enumeration', quantity: 'state', values: valuesOf(states) });

/** What a machine is, as text that it tells of itself. */
export const told = ([key, zh, en]: Named): TypeAttribute => ({ key, name: words(zh, en), kind: 'text', unit: null, range: null, values: [], setBy: 'machine' });

/** A number that is true of a machine for long. */
export const rated = ([key, zh, en]: Named, unit: string, setBy: TypeAttribute['setBy'] = 'machine'): TypeAttribute => ({ key, name: words(zh, en), kind: 'number', unit, range: rangeOf([0, null]), values: [], setBy });

/** Serial number and model, which every type has. */
export const NAMEPLATE: readonly TypeAttribute[] = [told(['serial_number', '出厂编号', 'Serial number']), told(['model', '型号', 'Model'])];

/** A number given with a command, or told with an event. */
export const amount = ([key, zh, en]: Named, unit: string | null, range: Bounds, isRequired = true): TypeParameter => ({ key, name: words(zh, en), kind: 'number', unit, range: rangeOf(range), values: [], isRequired });

/** A text told with an event. */
export const word = ([key, zh, en]: Named, isRequired = true): TypeParameter => ({ key, name: words(zh, en), kind: 'text', unit: null, range: null, values: [], isRequired });

/** What the machine is told to do, and answers. */
export const command = ([key, zh, en]: Named, ...parameters: readonly TypeParameter[]): TypeCommand => ({ key, name: words(zh, en), parameters, isAnswered: true, timeoutMs: 10 * SECOND_MS });

/** What the machine reports. */
export const event = ([key, zh, en]: Named, level: TypeEvent['level'], ...parameters: readonly TypeParameter[]): TypeEvent => ({ key, name: words(zh, en), level, parameters });

/** A fault as controllers report it: a code and its text. */
export const FAULT = event(['fault', '故障', 'Fault'], 'error', word(['code', '故障码', 'Code']), word(['message', '说明', 'Message'], false));

function alarm([key, zh, en]: Named, watched: string, condition: AlarmCondition, forS: number, severity: TypeAlarm['severity']): TypeAlarm {
  return { key, name: words(zh, en), metric: watched, condition, forMs: forS * SECOND_MS, severity };
}

/** An alarm above a bound, once it has held for some seconds. */
export const above = (named: Named, watched: string, value: number, forS: number, severity: TypeAlarm['severity']): TypeAlarm => alarm(named, watched, { operator: 'above', value }, forS, severity);

/** An alarm below a bound. */
export const below = (named: Named, watched: string, value: number, forS: number, severity: TypeAlarm['severity']): TypeAlarm => alarm(named, watched, { operator: 'below', value }, forS, severity);

/** An alarm at one value. */
export const at = (named: Named, watched: string, value: string | boolean, forS: number, severity: TypeAlarm['severity']): TypeAlarm => alarm(named, watched, { operator: 'is', value }, forS, severity);

/** The machine says that it is out of order; a minute's grace, as many faults are cleared by the person beside it. */
export const IN_FAULT = at(['in-fault', '机器故障', 'In fault'], 'machine_state', 'fault', 60, 'major');
