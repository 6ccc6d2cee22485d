import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUnavailable, sqlFault } from '@tenon/db';
import { notFound, type AppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { batchFault, isMissingPartition } from './batch-fault.js';
import type { BatchWriter } from './batch-writer.js';
import type { IngestFigures } from './ingest-figures.js';
import type { IngestLimits } from './ingest-limits.js';
import type { Months } from './months.js';
import { notStored } from './not-stored.js';
import type { PendingMessage } from './rows.js';
import type { StorageRoom } from './storage-room.js';

const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 1_000;
/** Attempts without a wait while another transaction is in the way. */
const AT_ONCE = 5;

/** What a lane works with. */
export interface LaneParts {
  readonly writer: BatchWriter;
  readonly months: Months;
  readonly limits: IngestLimits;
  readonly figures: IngestFigures;
  readonly room: StorageRoom;
  readonly log: Log;
  readonly onSettled: (message: PendingMessage, error: AppError | null) => void;
}

/**
 * Writes messages in the order they came, a batch at a time: what arrives while one batch is written makes up the next.
 * A device belongs to one lane, so two batches never hold each other's rows.
 */
export class Lane {
  private queue: PendingMessage[] = [];
  private queuedRows = 0;
  private isRunning = false;

  constructor(private readonly parts: LaneParts) {}

  push(message: PendingMessage): void {
    this.queue.push(message);
    this.queuedRows += message.rows.length;
    if (this.isRunning) return;
    this.isRunning = true;
    void this.run();
  }

  private async run(): Promise<void> {
    const { limits } = this.parts;
    while (this.queue.length > 0) {
      // Waiting a little makes batches fewer and larger, which is what a message costs least by.
      if (this.queuedRows < limits.batchRows) await sleep(limits.lingerMs);
      await this.store(this.take(limits.batchRows));
    }
    this.isRunning = false;
  }

  private take(maxRows: number): PendingMessage[] {
    let rows = 0;
    let count = 0;
    while (count < this.queue.length && (rows < maxRows || count === 0)) {
      rows += this.queue[count]?.rows.length ?? 0;
      count += 1;
    }
    const batch = this.queue.slice(0, count);
    this.queue = this.queue.slice(count);
    this.queuedRows -= rows;
    return batch;
  }

  /** Writes a batch whatever it takes: again where the database was away, in halves where one message spoils it. */
  private async store(batch: readonly PendingMessage[]): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    for (let attempt = 1; ; attempt += 1) {
      const error = await this.tryWrite(batch);
      if (error === null) return this.settle(batch, null);
      const fault = batchFault(error);
      if (isMissingPartition(error)) this.parts.months.forget();
      if (fault === 'poisoned') return this.split(batch, error);
      // What is still in the way after some attempts is not in the messages either; their devices keep them.
      if (fault === 'away' || attempt > AT_ONCE) {
        this.parts.log.warn('ingest.database-away', { error, waitMs, messages: batch.length });
        this.parts.room.failed(error);
        batch = this.dropOverdue(batch, error);
        if (batch.length === 0) return;
        await sleep(waitMs);
        waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      }
    }
  }

  private async tryWrite(batch: readonly PendingMessage[]): Promise<unknown> {
    const startedMs = performance.now();
    const rows = batch.flatMap((message) => message.rows);
    try {
      await this.parts.writer.write(rows, Date.now());
      this.parts.room.stored();
      this.parts.figures.committed(rows.length, performance.now() - startedMs);
      return null;
    } catch (error) {
      return error ?? new Error('The batch failed.');
    }
  }

  private async split(batch: readonly PendingMessage[], error: unknown): Promise<void> {
    if (batch.length === 1) {
      return this.settle(batch, this.refusal(error));
    }
    const middle = Math.ceil(batch.length / 2);
    await this.store(batch.slice(0, middle));
    await this.store(batch.slice(middle));
  }

  private refusal(error: unknown): AppError {
    // The shape is gone, and with it its device.
    if (sqlFault(error)?.state === '23503') return notFound('DEVICE.NOT_FOUND', 'The machine was removed.');
    this.parts.log.error('ingest.message-not-stored', { error });
    return notStored();
  }

  /** Gives up on what waited too long; the device keeps it and sends it again. */
  private dropOverdue(batch: readonly PendingMessage[], error: unknown): PendingMessage[] {
    const overdueMs = Date.now() - this.parts.limits.holdMs;
    this.settle(batch.filter((message) => message.receivedAtMs < overdueMs), databaseUnavailable(error, 'The message cannot be stored just now.'));
    return batch.filter((message) => message.receivedAtMs >= overdueMs);
  }

  private settle(batch: readonly PendingMessage[], error: AppError | null): void {
    for (const message of batch) this.parts.onSettled(message, error);
  }
}
