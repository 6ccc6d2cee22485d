import { type AppError, invalid } from '@tenon/kernel';
import { DATA_TYPE, type DataType, INTEGER_TYPES } from './data-type.js';
import type { SparkplugValue } from './exact.js';
import { WireWriter } from './wire/wire-writer.js';

/** What must be known of a metric to write it: its name, type and alias as its birth certificate gives them, and in which field the node wrote it. */
export interface WritableMetric {
  readonly name: string;
  readonly type: DataType;
  readonly alias: number | bigint | null;
  readonly field: string | null;
}

/** A value for a metric, as it is sent. */
export interface MetricWrite {
  readonly metric: WritableMetric;
  readonly value: number | bigint | boolean | string;
}

function mismatch({ name, type }: WritableMetric): AppError {
  return invalid('COMMAND.WRONG_TYPE', `The metric "${name}" takes ${type}.`, { metric: name, type });
}

function integer(metric: WritableMetric, value: unknown): bigint {
  const { bits, isSigned } = INTEGER_TYPES.get(metric.type) ?? { bits: 64, isSigned: false };
  const isDigits = typeof value === 'string' && /^-?\d{1,20}$/.test(value);
  if (!isDigits && !(typeof value === 'number' && Number.isSafeInteger(value))) throw mismatch(metric);
  const whole = BigInt(value);
  const fits = isSigned ? BigInt.asIntN(bits, whole) === whole : BigInt.asUintN(bits, whole) === whole;
  if (!fits) throw mismatch(metric);
  return whole;
}

function time(metric: WritableMetric, value: unknown): number {
  const ms = typeof value === 'string' ? Date.parse(value) : value;
  if (typeof ms !== 'number' || !Number.isSafeInteger(ms) || ms < 0) throw mismatch(metric);
  return ms;
}

const LARGEST_FLOAT = 3.402_823_466_385_288_6e38;

/**
 * A value as a metric takes it: whole numbers within its type's range (as digits in a text too, where a double is not exact), times in milliseconds or as ISO 8601.
 * @throws AppError (invalid) COMMAND.WRONG_TYPE
 */
export function valueFor(metric: WritableMetric, value: unknown): MetricWrite['value'] {
  const { type } = metric;
  if (INTEGER_TYPES.has(type)) return integer(metric, value);
  if (type === 'DateTime') return time(metric, value);
  if (!PLAIN_CHECKS.get(type)?.(value)) throw mismatch(metric);
  return value as number | boolean | string;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const PLAIN_CHECKS: ReadonlyMap<DataType, (value: unknown) => boolean> = new Map<DataType, (value: unknown) => boolean>([
  ['Float', (value) => typeof value === 'number' && Math.abs(value) <= LARGEST_FLOAT],
  ['Double', (value) => typeof value === 'number' && Number.isFinite(value)],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['String', isText],
  ['Text', isText],
  ['UUID', isText],
]);

/** The field that a type is written in, unless the node itself uses another: some keep UInt32 in 64 bits, and read it nowhere else. */
function fieldOf({ type, field }: WritableMetric): string {
  const bits = type === 'DateTime' ? 64 : INTEGER_TYPES.get(type)?.bits;
  if (bits === undefined) return PLAIN_FIELDS.get(type) ?? 'string';
  if (field === 'int' || field === 'long') return field;
  return bits === 64 ? 'long' : 'int';
}

const PLAIN_FIELDS: ReadonlyMap<DataType, string> = new Map([
  ['Float', 'float'],
  ['Double', 'double'],
  ['Boolean', 'boolean'],
]);

function writeValue(writer: WireWriter, { metric, value }: MetricWrite): void {
  const field = fieldOf(metric);
  // A negative number of up to 32 bits stands there in 32, as the schema's unsigned field has it.
  if (field === 'int') writer.uint(10, BigInt.asUintN(32, BigInt(value)));
  else if (field === 'long') writer.uint(11, BigInt(value));
  else if (field === 'float') writer.float(12, value as number);
  else if (field === 'double') writer.double(13, value as number);
  else if (field === 'boolean') writer.bool(14, value as boolean);
  else writer.text(15, value as string);
}

/**
 * The payload of an NCMD or DCMD: a time and no sequence number. A metric that has an alias is named by that alone.
 * @see tck-id-payloads-ncmd-timestamp, tck-id-payloads-ncmd-seq, tck-id-payloads-alias-data-cmd-requirement
 */
export function commandPayload(writes: readonly MetricWrite[], nowMs: number): Uint8Array {
  const writer = new WireWriter();
  writer.uint(1, nowMs);
  for (const write of writes) {
    writer.message(2, (metric) => {
      const { name, alias, type } = write.metric;
      if (alias === null) metric.text(1, name);
      else metric.uint(2, alias);
      metric.uint(3, nowMs);
      metric.uint(4, DATA_TYPE[type]);
      writeValue(metric, write);
    });
  }
  return writer.finish();
}

/** The metric by which a node is asked to be born again; every node has it, born or not, and hears it by this name. @see tck-id-operational-behavior-data-commands-ncmd-rebirth-name */
export const REBIRTH: WritableMetric = { name: 'Node Control/Rebirth', type: 'Boolean', alias: null, field: 'boolean' };

/** The payload that asks a node to be born again. @see tck-id-operational-behavior-data-commands-ncmd-rebirth-value */
export function rebirthRequest(nowMs: number): Uint8Array {
  return commandPayload([{ metric: REBIRTH, value: true }], nowMs);
}

/** Whether a node that tells this value says that it took what it was asked for. A Float is as near as a Float comes. */
export function isTaken({ metric, value }: MetricWrite, told: SparkplugValue): boolean {
  if (metric.type === 'Float') return typeof told === 'number' && Math.fround(Number(value)) === told;
  if (metric.type === 'DateTime') return typeof told === 'string' && Date.parse(told) === Number(value);
  return String(told) === String(value);
}
