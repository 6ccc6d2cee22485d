import type { DataType } from './data-type.js';
import { exactInteger, isoTime, type SparkplugValue } from './exact.js';

type Read = (view: DataView, at: number) => SparkplugValue;

/** Types whose elements have a width, little-endian. @see Sparkplug 3.0, section 6.4.17 */
const ELEMENTS: ReadonlyMap<DataType, readonly [bytes: number, read: Read]> = new Map<DataType, readonly [number, Read]>([
  ['Int8Array', [1, (view, at) => view.getInt8(at)]],
  ['Int16Array', [2, (view, at) => view.getInt16(at, true)]],
  ['Int32Array', [4, (view, at) => view.getInt32(at, true)]],
  ['Int64Array', [8, (view, at) => exactInteger(view.getBigInt64(at, true))]],
  ['UInt8Array', [1, (view, at) => view.getUint8(at)]],
  ['UInt16Array', [2, (view, at) => view.getUint16(at, true)]],
  ['UInt32Array', [4, (view, at) => view.getUint32(at, true)]],
  ['UInt64Array', [8, (view, at) => exactInteger(view.getBigUint64(at, true))]],
  ['FloatArray', [4, (view, at) => finite(view.getFloat32(at, true))]],
  ['DoubleArray', [8, (view, at) => finite(view.getFloat64(at, true))]],
  ['DateTimeArray', [8, (view, at) => isoTime(Number(view.getBigUint64(at, true))) ?? null]],
]);

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Four bytes that count the bits, then eight of them a byte, the highest first. @see tck-id-payloads-metric-datatype-value, BooleanArray */
function booleans(bytes: Uint8Array, view: DataView): boolean[] | undefined {
  if (bytes.length < 4) return undefined;
  const count = view.getUint32(0, true);
  if (count > (bytes.length - 4) * 8) return undefined;
  return Array.from({ length: count }, (_, i) => (((bytes[4 + (i >> 3)] as number) >> (7 - (i & 7))) & 1) === 1);
}

/** Texts, each with a NUL behind it. */
function strings(bytes: Uint8Array): string[] {
  if (bytes.length === 0) return [];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return (text.endsWith('\0') ? text.slice(0, -1) : text).split('\0');
}

/** An array as it lies packed in bytes; undefined where the type is no array, or the bytes are not whole elements. */
export function packedArray(type: DataType, bytes: Uint8Array): SparkplugValue[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (type === 'BooleanArray') return booleans(bytes, view);
  if (type === 'StringArray') return strings(bytes);
  const [width, read] = ELEMENTS.get(type) ?? [0, () => null];
  if (width === 0 || bytes.length % width !== 0) return undefined;
  return Array.from({ length: bytes.length / width }, (_, i) => read(view, i * width));
}
