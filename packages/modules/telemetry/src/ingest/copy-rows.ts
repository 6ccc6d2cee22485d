import { putInstant, putInt8 } from './binary-values.js';
import { PREFIX_BYTES } from './copy-prefix.js';
import type { Row } from './rows.js';

/**
 * Rows of `telemetry` in PostgreSQL's binary COPY format, which costs the server no parsing: 11 bytes of signature, two
 * zero words, then per row the number of columns and each column's length and bytes, then -1.
 * @see https://www.postgresql.org/docs/18/sql-copy.html (Binary Format)
 */
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const FLOAT8_OID = 701;
const JSONB_VERSION = 1;

/** Columns in the order of {@link copyRows}. */
export const COPY_COLUMNS = 'tenant_id, shape_id, at, arrival, num, rich';

// Prefix, two 8-byte columns, the array's header, the null or the length and version of `rich`.
const FIXED_BYTES = PREFIX_BYTES + 24 + 24 + 5;

function sizeOf(row: Row): number {
  // A UTF-16 unit is at most 3 bytes of UTF-8.
  return FIXED_BYTES + row.num.length * 12 + (row.rich === null ? 0 : row.rich.length * 3);
}

/** Encodes batches into one buffer that grows to the largest of them; a batch must be sent before the next is encoded. */
export class CopyEncoder {
  private bytes = Buffer.allocUnsafeSlow(256 * 1024);
  private view = new DataView(this.bytes.buffer);

  /** @returns the whole COPY stream; valid until the next call */
  encode(rows: readonly Row[]): Buffer {
    let needed = SIGNATURE.length + 2;
    for (const row of rows) needed += sizeOf(row);
    this.reserve(needed);
    let at = SIGNATURE.copy(this.bytes, 0);
    for (const row of rows) at = this.row(row, at);
    this.view.setInt16(at, -1);
    return this.bytes.subarray(0, at + 2);
  }

  private reserve(bytes: number): void {
    if (bytes <= this.bytes.length) return;
    this.bytes = Buffer.allocUnsafeSlow(bytes * 2);
    this.view = new DataView(this.bytes.buffer);
  }

  private row(row: Row, start: number): number {
    this.bytes.set(row.shape.copyPrefix, start);
    const at = start + PREFIX_BYTES;
    this.view.setInt32(at, 8);
    putInstant(this.view, at + 4, row.atUs);
    this.view.setInt32(at + 12, 8);
    putInt8(this.view, at + 16, row.arrival);
    return this.rich(this.numbers(at + 24, row.num), row.rich);
  }

  private numbers(start: number, values: readonly (number | null)[]): number {
    const { view } = this;
    view.setInt32(start + 4, 1);
    view.setInt32(start + 12, FLOAT8_OID);
    view.setInt32(start + 16, values.length);
    view.setInt32(start + 20, 1);
    let hasNull = 0;
    let at = start + 24;
    for (let i = 0; i < values.length; i += 1) {
      const value = values[i] as number | null;
      if (value === null) {
        hasNull = 1;
        view.setInt32(at, -1);
        at += 4;
      } else {
        view.setInt32(at, 8);
        view.setFloat64(at + 4, value);
        at += 12;
      }
    }
    view.setInt32(start + 8, hasNull);
    view.setInt32(start, at - start - 4);
    return at;
  }

  private rich(at: number, json: string | null): number {
    if (json === null) {
      this.view.setInt32(at, -1);
      return at + 4;
    }
    const length = this.bytes.write(json, at + 5, 'utf8');
    this.view.setInt32(at, length + 1);
    this.view.setInt8(at + 4, JSONB_VERSION);
    return at + 5 + length;
  }
}
