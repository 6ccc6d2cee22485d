import { setTimeout as sleep } from 'node:timers/promises';
import { databaseUnavailable } from '@tenon/db';
import { decodeAttributes, type DecodeLimits, type MetricEntry } from '@tenon/domain/telemetry';
import { invalid, notFound, toAppError, type AppError } from '@tenon/kernel';
import type { Log } from '@tenon/runtime';
import { MAX_STORED_BYTES, type AttributeRepository, type MergeOutcome } from './attribute.repository.js';
import type { DeviceRef } from './device-ref.js';

const LINGER_MS = 10;
const RETRY_MS = 50;
const MAX_MACHINES_AT_ONCE = 1_000;
// A machine that has so many unstored is told to come back; it must not take the place of all others.
const MAX_WAITING_OF_MACHINE = 2_000;

interface Write {
  readonly receivedAtMs: number;
  readonly facts: readonly MetricEntry[];
  readonly done: (error: AppError | null) => void;
}

/** What one machine said and is not stored yet, in the order it came. */
interface Line {
  readonly device: DeviceRef;
  readonly writes: Write[];
  /** How many of them are merged into one; fewer after they were too large together. */
  atOnce: number;
}

interface Batch {
  readonly line: Line;
  readonly writes: readonly Write[];
}

export interface AttributeLimits {
  readonly decode: DecodeLimits;
  /** How long a message waits for a database that is away, or for a machine's row that somebody else holds. */
  readonly holdMs: number;
}

/**
 * Merges what machines say of themselves into `device.attributes`; answers after COMMIT. All that comes within a moment is
 * one statement. A row that somebody else holds keeps only its own machine waiting, and a message that would make a
 * machine's attributes too large is refused alone, not with those that came beside it.
 */
export class AttributeWriter {
  private readonly lines = new Map<string, Line>();
  private running: Promise<void> | undefined;

  constructor(
    private readonly repository: AttributeRepository,
    private readonly limits: AttributeLimits,
    private readonly log: Log,
  ) {}

  /** Takes one attributes payload; `done` is told once, `null` after COMMIT, else an AppError: ATTRIBUTE.*, DEVICE.NOT_FOUND, DB.UNAVAILABLE, DB.FULL. */
  submit(device: DeviceRef, text: string, done: (error: AppError | null) => void): void {
    try {
      this.add(device, { receivedAtMs: Date.now(), facts: decodeAttributes(text, this.limits.decode), done });
    } catch (error) {
      done(toAppError(error));
    }
  }

  /** Resolves when everything taken so far is answered. */
  async settled(): Promise<void> {
    await this.running;
  }

  private add(device: DeviceRef, write: Write): void {
    const line = this.lines.get(device.deviceId) ?? { device, writes: [], atOnce: MAX_WAITING_OF_MACHINE };
    if (line.writes.length >= MAX_WAITING_OF_MACHINE) throw notNow();
    line.writes.push(write);
    this.lines.set(device.deviceId, line);
    this.running ??= this.run();
  }

  private async run(): Promise<void> {
    let waitMs = LINGER_MS;
    while (this.lines.size > 0) {
      await sleep(waitMs);
      waitMs = (await this.store(this.next())) ? LINGER_MS : RETRY_MS;
    }
    this.running = undefined;
  }

  /** The machines that waited longest; each then stands behind the others. */
  private next(): Batch[] {
    const lines = [...this.lines.values()].slice(0, MAX_MACHINES_AT_ONCE);
    for (const line of lines) {
      this.lines.delete(line.device.deviceId);
      this.lines.set(line.device.deviceId, line);
    }
    return lines.map((line) => ({ line, writes: line.writes.slice(0, line.atOnce) }));
  }

  /** @returns whether anything was answered */
  private async store(batches: readonly Batch[]): Promise<boolean> {
    try {
      const outcomes = await this.repository.merge(batches.map(({ line, writes }) => ({ ...line.device, facts: merged(writes) })));
      for (const batch of batches) this.settle(batch, outcomes.get(batch.line.device.deviceId));
      return [...outcomes.values()].some((outcome) => outcome !== 'held');
    } catch (error) {
      this.log.warn('devices.attributes-not-stored', { error });
      for (const { line } of batches) this.dropOverdue(line, error);
      return false;
    }
  }

  private settle({ line, writes }: Batch, outcome: MergeOutcome | undefined): void {
    if (outcome === 'held') return this.dropOverdue(line);
    if (outcome === 'too-large' && writes.length > 1) {
      line.atOnce = Math.ceil(writes.length / 2);
      return;
    }
    if (outcome === 'stored') line.atOnce *= 2;
    this.answer(line, writes.length, refusal(outcome));
  }

  /** Gives up on what waited too long; the machine keeps it and sends it again. */
  private dropOverdue(line: Line, error?: unknown): void {
    const overdueMs = Date.now() - this.limits.holdMs;
    const first = line.writes.findIndex(({ receivedAtMs }) => receivedAtMs >= overdueMs);
    this.answer(line, first === -1 ? line.writes.length : first, notNow(error));
  }

  private answer(line: Line, count: number, error: AppError | null): void {
    const answered = line.writes.splice(0, count);
    // Before anybody is told: who is told may send the next at once.
    if (line.writes.length === 0) this.lines.delete(line.device.deviceId);
    for (const { done } of answered) done(error);
  }
}

/** A key sent again replaces its value. */
function merged(writes: readonly Write[]): Record<string, unknown> {
  return Object.fromEntries(writes.flatMap(({ facts }) => facts));
}

function notNow(error?: unknown): AppError {
  return databaseUnavailable(error, 'The attributes cannot be stored just now.');
}

function refusal(outcome: MergeOutcome | undefined): AppError | null {
  if (outcome === undefined) return notFound('DEVICE.NOT_FOUND', 'The machine was removed.');
  if (outcome === 'stored') return null;
  return invalid('ATTRIBUTE.TOO_LARGE_TOGETHER', `The machine's attributes together would be larger than ${MAX_STORED_BYTES} bytes.`, { maxBytes: MAX_STORED_BYTES });
}
