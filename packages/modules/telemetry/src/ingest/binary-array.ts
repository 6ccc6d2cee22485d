import { putInstant, putInt8 } from './binary-values.js';

interface ElementType<Value> {
  /** @see https://www.postgresql.org/docs/18/catalog-pg-type.html */
  readonly oid: number;
  readonly bytes: number;
  readonly put: (view: DataView, at: number, value: Value) => void;
}

// Dimensions, whether there are NULLs, the elements' type, how many, counted from 1.
const HEADER_BYTES = 20;
const LENGTH_BYTES = 4;

function header(view: DataView, { oid, count, hasNull }: { readonly oid: number; readonly count: number; readonly hasNull: boolean }): void {
  [1, Number(hasNull), oid, count, 1].forEach((word, place) => view.setInt32(place * 4, word));
}

/** An array of one dimension without NULLs as a parameter in binary form, which is how a Buffer is sent. */
function binaryArray<Value>({ oid, bytes, put }: ElementType<Value>, values: readonly Value[]): Buffer {
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + values.length * (LENGTH_BYTES + bytes));
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.length);
  header(view, { oid, count: values.length, hasNull: false });
  let at = HEADER_BYTES;
  for (const value of values) {
    view.setInt32(at, bytes);
    put(view, at + LENGTH_BYTES, value);
    at += LENGTH_BYTES + bytes;
  }
  return buffer;
}

const INT4: ElementType<number> = { oid: 23, bytes: 4, put: (view, at, value) => view.setInt32(at, value) };
const INT8: ElementType<number> = { oid: 20, bytes: 8, put: putInt8 };
const FLOAT8: ElementType<number> = { oid: 701, bytes: 8, put: (view, at, value) => view.setFloat64(at, value) };
const TIMESTAMPTZ: ElementType<number> = { oid: 1184, bytes: 8, put: putInstant };
const UUID: ElementType<Uint8Array> = { oid: 2950, bytes: 16, put: (view, at, value) => new Uint8Array(view.buffer, view.byteOffset + at, 16).set(value) };

export const int4Array = (values: readonly number[]): Buffer => binaryArray(INT4, values);
/** Of safe integers. */
export const int8Array = (values: readonly number[]): Buffer => binaryArray(INT8, values);
export const float8Array = (values: readonly number[]): Buffer => binaryArray(FLOAT8, values);
/** Of instants in microseconds since 1970. */
export const timestamptzArray = (us: readonly number[]): Buffer => binaryArray(TIMESTAMPTZ, us);
/** Of sixteen bytes each. */
export const uuidArray = (values: readonly Uint8Array[]): Buffer => binaryArray(UUID, values);

/** Of texts, some of them NULL. */
export function textArray(values: readonly (string | null)[]): Buffer {
  const sizes = values.map((value) => (value === null ? 0 : Buffer.byteLength(value)));
  const buffer = Buffer.allocUnsafe(HEADER_BYTES + sizes.reduce((sum, size) => sum + LENGTH_BYTES + size, 0));
  header(new DataView(buffer.buffer, buffer.byteOffset, buffer.length), { oid: 25, count: values.length, hasNull: values.includes(null) });
  let at = HEADER_BYTES;
  for (const [place, value] of values.entries()) {
    at = buffer.writeInt32BE(value === null ? -1 : (sizes[place] as number), at);
    if (value !== null) at += buffer.write(value, at);
  }
  return buffer;
}
