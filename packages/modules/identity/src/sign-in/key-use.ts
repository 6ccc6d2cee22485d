import type { Log } from '@tenon/runtime';
import type pg from 'pg';
import { addKeyUses, type KeyUses } from '../persistence/presented-key.repository.js';

const EVERY_MS = 5_000;

/** Counts the uses of API keys in memory and writes them down together: a write with each request would cost as much as the request. */
export class KeyUse {
  private uses = new Map<string, KeyUses>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly log: Log,
  ) {}

  note(id: string): void {
    this.uses.set(id, { id, count: (this.uses.get(id)?.count ?? 0) + 1, lastUsedAt: new Date() });
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** Writes down what was counted since; what cannot be written now is told and given up, as nothing hangs on it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const uses = [...this.uses.values()];
    this.uses = new Map();
    if (uses.length === 0) return;
    await addKeyUses(this.pool, uses).catch((error: unknown) => this.log.warn('auth.key-uses-lost', { keys: uses.length, error }));
  }
}
