import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Frame, TelemetryTable } from '../../application/query/frame.js';
import { parquetColumns, type ParquetColumn } from './parquet-columns.js';

/** Rows of a row group: what a reader takes at a time, and what is held while writing. */
const GROUP = 100_000;

/** Apache Parquet, a row group at a time: what is held does not grow with the answer, but for some bytes a group that its end repeats. */
export async function* writeParquet({ head, frames }: TelemetryTable): AsyncGenerator<Uint8Array, void, void> {
  const columns = parquetColumns(head);
  const bytes = new TakenBytes();
  const writer = new ParquetWriter({ writer: bytes, schema: [{ name: 'root', num_children: columns.length }, ...columns.map(({ element }) => element)], createdBy: 'tenon' });
  const group = new RowGroup(columns, writer);
  for await (const frame of frames) {
    for (let from = 0; from < frame.atMs.length; ) {
      from += group.add(frame, from);
      if (group.isFull) {
        await group.write();
        yield bytes.take();
      }
    }
  }
  await group.write();
  await writer.finish();
  yield bytes.take();
}

/** The rows that are gathered for the next row group. */
class RowGroup {
  private rows = 0;

  constructor(
    private readonly columns: readonly ParquetColumn[],
    private readonly writer: ParquetWriter,
  ) {}

  get isFull(): boolean {
    return this.rows === GROUP;
  }

  /** @returns how many rows there was room for */
  add(frame: Frame, from: number): number {
    const count = Math.min(frame.atMs.length - from, GROUP - this.rows);
    for (const { data, read } of this.columns) for (let row = from; row < from + count; row += 1) data.push(read(frame, row));
    this.rows += count;
    return count;
  }

  async write(): Promise<void> {
    if (this.rows === 0) return;
    // Where each page lies would be kept for all groups until the end.
    await this.writer.write({ columnData: this.columns.map(({ element, data }) => ({ name: element.name, data, offsetIndex: false })), rowGroupSize: GROUP });
    for (const { data } of this.columns) data.length = 0;
    this.rows = 0;
  }
}

/** Gives away what was written so far. */
class TakenBytes extends ByteWriter {
  take(): Uint8Array {
    const taken = this.getBytes().slice();
    // Offsets in the file go on; only the memory begins anew.
    this.index = 0;
    return taken;
  }
}
