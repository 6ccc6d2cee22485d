import { isDatabaseFull } from '@tenon/db';

/** A write is tried at least once in this time for as long as anything waits; after it, silence is not taken for a full disk any more. */
const HOLDS_MS = 10_000;

/** Whether the database has room on its disk, by what came of the last writes. */
export class StorageRoom {
  private fullAtMs = -Infinity;

  /** Takes note of a write that failed, for whatever reason. */
  failed(error: unknown): void {
    if (isDatabaseFull(error)) this.fullAtMs = performance.now();
  }

  stored(): void {
    this.fullAtMs = -Infinity;
  }

  get isFull(): boolean {
    return performance.now() - this.fullAtMs < HOLDS_MS;
  }
}
