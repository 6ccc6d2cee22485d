import type { DataSet, MetaData, Property, PropertySet, WireValue } from '../payload.js';
import { tooMuch } from './fault.js';
import type { SparkplugLimits } from './limits.js';
import { WIRE, type WireReader } from './wire-reader.js';

const tag = (field: number, wire: number): number => field * 8 + wire;

/** The fields in which a plain value may be written, in this order from a first number on. */
const PLAIN = [
  (reader: WireReader): WireValue => ({ field: 'int', value: reader.uint32() }),
  (reader: WireReader): WireValue => ({ field: 'long', value: reader.uint64() }),
  (reader: WireReader): WireValue => ({ field: 'float', value: reader.float() }),
  (reader: WireReader): WireValue => ({ field: 'double', value: reader.double() }),
  (reader: WireReader): WireValue => ({ field: 'boolean', value: reader.bool() }),
  (reader: WireReader): WireValue => ({ field: 'string', value: reader.text() }),
] as const;
const PLAIN_WIRES = [WIRE.varint, WIRE.varint, WIRE.fixed32, WIRE.fixed64, WIRE.varint, WIRE.bytes] as const;

/** Reads a plain value where the tag is one's. @param first the number of the first field of the six */
export function plainValue(reader: WireReader, found: number, first: number): WireValue | undefined {
  const place = (found >> 3) - first;
  return PLAIN_WIRES[place] === (found & 7) ? PLAIN[place]?.(reader) : undefined;
}

/** Reads fields until the end; what `read` does not know is passed over. */
export function readFields(reader: WireReader, read: (found: number) => boolean): void {
  while (!reader.isAtEnd) {
    const found = reader.tag();
    if (!read(found)) reader.skip(found);
  }
}

/** Numbers of a repeated field, one by one or packed. */
function pushNumbers(reader: WireReader, found: number, field: number, into: number[]): boolean {
  if (found === tag(field, WIRE.varint)) return into.push(reader.uint32()) > 0;
  if (found !== tag(field, WIRE.bytes)) return false;
  const packed = reader.inner();
  while (!packed.isAtEnd) into.push(packed.uint32());
  return true;
}

function readCell(reader: WireReader): WireValue | null {
  let value: WireValue | null = null;
  readFields(reader, (found) => (value = plainValue(reader, found, 1) ?? value) !== null && found >> 3 <= 6);
  return value;
}

/** Reads a data set. @throws AppError (invalid) SPARKPLUG.BAD_PAYLOAD, SPARKPLUG.TOO_MUCH */
export function readDataSet(reader: WireReader, { maxCells }: SparkplugLimits): DataSet {
  const [columns, types, rows]: [string[], number[], (WireValue | null)[][]] = [[], [], []];
  let cells = 0;
  readFields(reader, (found) => {
    if (found === tag(2, WIRE.bytes)) return columns.push(reader.text()) > 0;
    if (pushNumbers(reader, found, 3, types)) return true;
    if (found !== tag(4, WIRE.bytes)) return false;
    const [row, inner]: [(WireValue | null)[], WireReader] = [[], reader.inner()];
    readFields(inner, (element) => {
      if (element !== tag(1, WIRE.bytes)) return false;
      row.push(readCell(inner.inner()));
      if ((cells += 1) > maxCells) throw tooMuch('cells', maxCells);
      return true;
    });
    return rows.push(row) > 0;
  });
  return { columns, types, rows };
}

/** Reads a metric's properties. @throws AppError (invalid) SPARKPLUG.BAD_PAYLOAD, SPARKPLUG.TOO_MUCH */
export function readProperties(reader: WireReader, depth: number, limits: SparkplugLimits): PropertySet {
  if (depth > limits.maxDepth) throw tooMuch('levels', limits.maxDepth);
  const [keys, values]: [string[], Property[]] = [[], []];
  readFields(reader, (found) => {
    if (found === tag(1, WIRE.bytes)) return keys.push(reader.text()) > 0;
    if (found === tag(2, WIRE.bytes)) return values.push(readProperty(reader.inner(), depth, limits)) > 0;
    return false;
  });
  // Keys and values are two lists; what has no partner says nothing. @see tck-id-payloads-propertyset-keys-array-size
  return new Map(keys.slice(0, values.length).map((key, i) => [key, values[i] as Property]));
}

function readProperty(reader: WireReader, depth: number, limits: SparkplugLimits): Property {
  let [type, isNull, value]: [number, boolean, WireValue | null] = [0, false, null];
  readFields(reader, (found) => {
    const plain = plainValue(reader, found, 3);
    if (plain) value = plain;
    else if (found === tag(1, WIRE.varint)) type = reader.uint32();
    else if (found === tag(2, WIRE.varint)) isNull = reader.bool();
    else if (found === tag(9, WIRE.bytes)) value = { field: 'properties', value: [readProperties(reader.inner(), depth + 1, limits)] };
    else if (found === tag(10, WIRE.bytes)) value = { field: 'properties', value: readPropertyList(reader.inner(), depth + 1, limits) };
    else return false;
    return true;
  });
  return { type, value: isNull ? null : value };
}

function readPropertyList(reader: WireReader, depth: number, limits: SparkplugLimits): PropertySet[] {
  const sets: PropertySet[] = [];
  readFields(reader, (found) => found === tag(1, WIRE.bytes) && sets.push(readProperties(reader.inner(), depth, limits)) > 0);
  return sets;
}

/** Reads what is said of a metric's bytes. @throws AppError (invalid) SPARKPLUG.BAD_PAYLOAD */
export function readMetaData(reader: WireReader): MetaData {
  const texts = new Map<number, string>();
  let size: number | bigint | null = null;
  readFields(reader, (found) => {
    if (found === tag(3, WIRE.varint)) size = reader.uint64();
    else if ((found & 7) === WIRE.bytes) texts.set(found >> 3, reader.text());
    else return false;
    return true;
  });
  return { size, contentType: texts.get(2) ?? null, fileName: texts.get(5) ?? null, fileType: texts.get(6) ?? null, md5: texts.get(7) ?? null };
}
