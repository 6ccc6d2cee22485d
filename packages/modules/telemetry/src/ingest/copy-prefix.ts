/** Columns of a row, see `COPY_COLUMNS`. */
const COLUMNS = 6;

/** The start of each row of a shape: the number of columns, the company and the shape. */
export function copyPrefix(tenantId: string, shapeId: number): Buffer {
  const bytes = Buffer.alloc(30);
  bytes.writeInt16BE(COLUMNS, 0);
  bytes.writeInt32BE(16, 2);
  bytes.write(tenantId.replaceAll('-', ''), 6, 'hex');
  bytes.writeInt32BE(4, 22);
  bytes.writeInt32BE(shapeId, 26);
  return bytes;
}
