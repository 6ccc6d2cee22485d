import type { Log } from '@tenon/runtime';
import type { Series } from './layout.js';
import type { MetricsRepository } from './metrics.repository.js';

const RETRY_MS = 1_000;

/**
 * Writes down, off the hot path, that metrics carry another kind of value than they did. Each metric changes at most three
 * times; what could not be written is kept and written later, as nothing else would ever say it again.
 */
export class KindChanges {
  private changes = new Map<Series, string>();
  private writing: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly repository: MetricsRepository,
    private readonly log: Log,
  ) {}

  add(tenantId: string, raised: readonly Series[]): void {
    for (const series of raised) this.changes.set(series, tenantId);
    if (!this.retry) this.writing ??= this.write();
  }

  /** Writes what is left, if it can be written now. */
  async close(): Promise<void> {
    await this.writing;
    this.cancelRetry();
    await this.write();
    this.cancelRetry();
  }

  private async write(): Promise<void> {
    while (this.changes.size > 0 && !this.retry) {
      const taken = this.changes;
      this.changes = new Map();
      try {
        await this.repository.setKinds([...taken].map(([{ id, kind }, tenantId]) => ({ tenantId, id, kind })));
      } catch (error) {
        this.log.warn('ingest.kinds-not-recorded', { error, metrics: taken.size });
        for (const [series, tenantId] of taken) this.changes.set(series, tenantId);
        this.writeLater();
      }
    }
    this.writing = undefined;
  }

  private writeLater(): void {
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.writing ??= this.write();
    }, RETRY_MS);
    this.retry.unref();
  }

  private cancelRetry(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
  }
}
