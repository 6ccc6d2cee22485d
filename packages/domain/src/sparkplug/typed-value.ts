import { dataTypeOf, INTEGER_TYPES, type DataType } from './data-type.js';
import { exactInteger, isoTime, type SparkplugValue } from './exact.js';
import { packedArray } from './packed-array.js';
import type { DataSet, MetaData, WireValue } from './payload.js';

function integerIn(bits: number, isSigned: boolean, wire: number | bigint, field: 'int' | 'long'): number | string | undefined {
  const raw = BigInt(wire);
  if (!isSigned) return raw < 1n << BigInt(bits) ? exactInteger(raw) : undefined;
  // Some nodes write −1 as Int8 in 8 bits, others in 32 or 64: each is the two's complement of a width of its own.
  if (raw < 1n << BigInt(bits)) return exactInteger(BigInt.asIntN(bits, raw));
  const wide = BigInt.asIntN(field === 'int' ? 32 : 64, raw);
  return wide < 0n && BigInt.asIntN(bits, wide) === wide ? exactInteger(wide) : undefined;
}

function scalar(type: DataType, wire: WireValue): SparkplugValue | undefined {
  switch (wire.field) {
    case 'int':
    case 'long':
      return ofInteger(type, wire.value, wire.field);
    case 'float':
    case 'double':
    case 'boolean':
    case 'string':
      return WRITTEN_AS[wire.field].has(type) ? wire.value : undefined;
    default:
      return undefined;
  }
}

const NUMBERS: ReadonlySet<DataType> = new Set(['Float', 'Double']);
/** The types that a field other than those of whole numbers may carry. */
const WRITTEN_AS: Readonly<Record<'float' | 'double' | 'boolean' | 'string', ReadonlySet<DataType>>> = {
  float: NUMBERS,
  double: NUMBERS,
  boolean: new Set(['Boolean']),
  string: new Set(['String', 'Text', 'UUID']),
};

function ofInteger(type: DataType, value: number | bigint, field: 'int' | 'long'): SparkplugValue | undefined {
  const integer = INTEGER_TYPES.get(type);
  if (integer) return smallInteger(integer, value) ?? integerIn(integer.bits, integer.isSigned, value, field);
  if (type === 'DateTime') return isoTime(Number(value));
  return type === 'Boolean' && value < 2 ? value === 1 : undefined;
}

/** Nearly all whole numbers are small and need no bigint. */
function smallInteger({ bits, isSigned }: { readonly bits: number; readonly isSigned: boolean }, value: number | bigint): number | undefined {
  if (typeof value !== 'number') return undefined;
  return value < (bits > 53 ? Number.MAX_SAFE_INTEGER : 2 ** (isSigned ? bits - 1 : bits)) ? value : undefined;
}

/** A data set as JSON: its columns, the names of their types, and its rows. */
function dataSetValue({ columns, types, rows }: DataSet): SparkplugValue {
  const kinds = types.map(dataTypeOf);
  return {
    columns,
    types: kinds.map((kind) => kind ?? 'Unknown'),
    rows: rows.map((row) => row.map((cell, i) => finite((cell && kinds[i] && scalar(kinds[i], cell)) ?? null))),
  };
}

/** JSON has no word for NaN and infinities. */
function finite(value: SparkplugValue): SparkplugValue {
  return typeof value === 'number' && !Number.isFinite(value) ? null : value;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Bytes as base64. @see RFC 4648, section 4 */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += `${BASE64[bits >> 18]}${BASE64[(bits >> 12) & 63]}${b === undefined ? '=' : BASE64[(bits >> 6) & 63]}${c === undefined ? '=' : BASE64[bits & 63]}`;
  }
  return text;
}

/** What is known of a file; its contents are no reading. */
function fileValue(bytes: Uint8Array, metaData: MetaData | null): SparkplugValue {
  const { fileName, fileType, contentType, md5 } = metaData ?? {};
  return { fileName: fileName ?? null, fileType: fileType ?? contentType ?? null, size: bytes.length, md5: md5 ?? null };
}

/**
 * What a value means by its data type: whole numbers exactly (as digits in a text beyond what a double holds), times as ISO 8601, bytes as base64, arrays and data sets as JSON, of a file what is
 * known of it. A Float or Double may be NaN or infinite.
 * @returns undefined where the value is none of that type. Templates are taken apart elsewhere.
 */
export function typedValue(type: DataType, value: WireValue, metaData: MetaData | null = null): SparkplugValue | undefined {
  if (value.field === 'bytes') {
    if (type === 'Bytes') return base64(value.value);
    return type === 'File' ? fileValue(value.value, metaData) : packedArray(type, value.value);
  }
  if (value.field === 'data-set') return type === 'DataSet' ? dataSetValue(value.value) : undefined;
  return scalar(type, value);
}
