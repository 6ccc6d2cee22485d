import type pg from 'pg';
import { COPY_COLUMNS } from './copy-rows.js';
import { UPSERT_HEADS } from './head-params.js';

const COPY = `COPY telemetry (${COPY_COLUMNS}) FROM STDIN (FORMAT binary)`;
const HEADS = 'tenon-heads';
const COPY_DATA = 0x64;
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);
const LENGTH_BYTES = 4;

/** The connections that know the statement of the heads. */
const prepared = new WeakSet<pg.Connection>();

function copyDataHead(length: number): Buffer {
  const head = Buffer.alloc(1 + LENGTH_BYTES);
  head[0] = COPY_DATA;
  head.writeUInt32BE(length + LENGTH_BYTES, 1);
  return head;
}

/**
 * A batch as one message to the server and one answer: its rows, its heads, COMMIT. Asked one after the other, the server would wait three times for a
 * gateway that reads sockets meanwhile, and the batch with it.
 *
 * All that stands before a Sync is one transaction; with the Sync it is committed, or rolled back whole where anything of it failed, and only then does the
 * server say that it is ready. What it is sent of a COPY that it refused it throws away.
 * @see https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY
 */
export class BatchQuery implements pg.Submittable {
  /** Resolves when it is committed. */
  readonly committed: Promise<void>;
  private connection: pg.Connection | undefined;
  private resolve: () => void = () => undefined;
  private reject: (error: Error) => void = () => undefined;

  /**
   * @param rows what COPY is to read; must not change until it is answered
   * @param heads the parameters of {@link UPSERT_HEADS}
   */
  constructor(
    private readonly rows: Buffer,
    private readonly heads: Buffer[],
  ) {
    this.committed = new Promise((resolve, reject) => ([this.resolve, this.reject] = [resolve, reject]));
  }

  submit(connection: pg.Connection): void {
    this.connection = connection;
    const { stream } = connection;
    stream.cork();
    if (!prepared.has(connection)) this.prepare(connection);
    connection.parse({ name: '', text: COPY, types: [] }, true);
    connection.bind({ portal: '', statement: '', values: [] }, true);
    connection.execute({ portal: '' }, true);
    stream.write(copyDataHead(this.rows.length));
    stream.write(this.rows);
    stream.write(COPY_DONE);
    connection.bind({ portal: '', statement: HEADS, values: this.heads }, true);
    connection.execute({ portal: '' }, true);
    connection.sync();
    stream.uncork();
  }

  /** Where a batch failed, the server may have passed over this, or not: so the name is made free first. */
  private prepare(connection: pg.Connection): void {
    connection.close({ type: 'S', name: HEADS }, true);
    connection.parse({ name: HEADS, text: UPSERT_HEADS, types: [] }, true);
  }

  handleReadyForQuery(): void {
    if (this.connection) prepared.add(this.connection);
    this.resolve();
  }

  handleError(error: Error): void {
    this.reject(error);
  }

  /** It has what it needs already. */
  handleCopyInResponse(): void {}

  handleCommandComplete(): void {}
}
