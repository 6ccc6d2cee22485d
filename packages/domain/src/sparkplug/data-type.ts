/**
 * Sparkplug's data types by the numbers that stand for them on the wire.
 * @see Sparkplug 3.0, section 6.4.16, tck-id-payloads-metric-datatype-value
 */
export const DATA_TYPE = {
  Int8: 1,
  Int16: 2,
  Int32: 3,
  Int64: 4,
  UInt8: 5,
  UInt16: 6,
  UInt32: 7,
  UInt64: 8,
  Float: 9,
  Double: 10,
  Boolean: 11,
  String: 12,
  DateTime: 13,
  Text: 14,
  UUID: 15,
  DataSet: 16,
  Bytes: 17,
  File: 18,
  Template: 19,
  PropertySet: 20,
  PropertySetList: 21,
  Int8Array: 22,
  Int16Array: 23,
  Int32Array: 24,
  Int64Array: 25,
  UInt8Array: 26,
  UInt16Array: 27,
  UInt32Array: 28,
  UInt64Array: 29,
  FloatArray: 30,
  DoubleArray: 31,
  BooleanArray: 32,
  StringArray: 33,
  DateTimeArray: 34,
} as const;

/** A data type by its name. */
export type DataType = keyof typeof DATA_TYPE;

const NAMES: ReadonlyMap<number, DataType> = new Map(Object.entries(DATA_TYPE).map(([name, number]) => [number, name as DataType]));

/** The data type that a number stands for; undefined where it stands for none. */
export function dataTypeOf(number: number): DataType | undefined {
  return NAMES.get(number);
}

/** Bits and sign of the whole-number types. */
export const INTEGER_TYPES: ReadonlyMap<DataType, { readonly bits: number; readonly isSigned: boolean }> = new Map([
  ['Int8', { bits: 8, isSigned: true }],
  ['Int16', { bits: 16, isSigned: true }],
  ['Int32', { bits: 32, isSigned: true }],
  ['Int64', { bits: 64, isSigned: true }],
  ['UInt8', { bits: 8, isSigned: false }],
  ['UInt16', { bits: 16, isSigned: false }],
  ['UInt32', { bits: 32, isSigned: false }],
  ['UInt64', { bits: 64, isSigned: false }],
]);
