/** Columns of a row, see `COPY_COLUMNS`. */
const COLUMNS = 6;
const TENANT_AT = 6;

/** How long the start of a row is. */
export const PREFIX_BYTES = 30;

/** The start of each row of a shape: the number of columns, the company and the shape. */
export function copyPrefix(tenantId: string, shapeId: number): Buffer {
  const bytes = Buffer.alloc(PREFIX_BYTES);
  bytes.writeInt16BE(COLUMNS, 0);
  bytes.writeInt32BE(16, 2);
  bytes.write(tenantId.replaceAll('-', ''), TENANT_AT, 'hex');
  bytes.writeInt32BE(4, 22);
  bytes.writeInt32BE(shapeId, 26);
  return bytes;
}

/** The company of a row that begins so. */
export function tenantBytes(prefix: Uint8Array): Uint8Array {
  return prefix.subarray(TENANT_AT, TENANT_AT + 16);
}
