/**
 * Values in the binary form in which PostgreSQL takes them, which costs neither side any text: big-endian, instants counted in microseconds from 2000.
 * @see https://www.postgresql.org/docs/18/protocol-overview.html#PROTOCOL-FORMAT-CODES
 */
const EPOCH_US = 946_684_800_000_000;
const TWO_32 = 4_294_967_296;

/** Writes a safe integer as `bigint`. */
export function putInt8(view: DataView, at: number, value: number): void {
  view.setInt32(at, Math.floor(value / TWO_32));
  view.setInt32(at + 4, value >>> 0);
}

/** Writes an instant, in microseconds since 1970, as `timestamptz`. */
export function putInstant(view: DataView, at: number, us: number): void {
  putInt8(view, at, us - EPOCH_US);
}
