import { Counter, Gauge, Histogram, type Registry } from '@tenon/runtime';

/**
 * The figures of the ingest path. What is counted a message is a plain number that the registry reads when it is asked:
 * a labelled counter would cost more than the message's own bookkeeping.
 */
export class IngestFigures {
  messages = 0;
  points = 0;
  bytes = 0;
  /** When the last batch was committed, in milliseconds since 1970; null before the first. */
  storedAtMs: number | null = null;
  private readonly batchRows: Histogram;
  private readonly commitSeconds: Histogram;

  constructor(registry: Registry, pending: { readonly messages: number; readonly bytes: number }, room: { readonly isFull: boolean }) {
    const registers = [registry];
    const read = (name: string, help: string, value: () => number): void => {
      new Counter({ name, help, registers, collect() { this.reset(); this.inc(value()); } });
    };
    const gauge = (name: string, help: string, value: () => number): void => {
      new Gauge({ name, help, registers, collect() { this.set(value()); } });
    };
    read('tenon_ingest_messages_total', 'Telemetry messages committed', () => this.messages);
    read('tenon_ingest_points_total', 'Values committed', () => this.points);
    read('tenon_ingest_bytes_total', 'Payload bytes committed', () => this.bytes);
    gauge('tenon_ingest_pending_messages', 'Messages taken and not yet committed', () => pending.messages);
    gauge('tenon_ingest_pending_bytes', 'What they are reckoned to take up, in bytes', () => pending.bytes);
    gauge('tenon_ingest_database_full', 'Whether the database refuses to store as its disk is full, 0 or 1', () => Number(room.isFull));
    this.batchRows = new Histogram({ name: 'tenon_ingest_batch_rows', help: 'Rows a transaction', buckets: [1, 10, 100, 500, 1_000, 2_000, 4_000, 8_000], registers });
    this.commitSeconds = new Histogram({ name: 'tenon_ingest_commit_seconds', help: 'Time from BEGIN to COMMIT', buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5], registers });
  }

  committed(rows: number, elapsedMs: number): void {
    this.storedAtMs = Date.now();
    this.batchRows.observe(rows);
    this.commitSeconds.observe(elapsedMs / 1_000);
  }
}
