import type { Log } from '@tenon/runtime';
import type { Series } from './layout.js';
import type { MetricsRepository } from './metrics.repository.js';

/** Writes down, off the hot path, that metrics carry another kind of value than they did. Each metric changes at most three times. */
export class KindChanges {
  private changes = new Map<Series, string>();
  private writing: Promise<void> | undefined;

  constructor(
    private readonly repository: MetricsRepository,
    private readonly log: Log,
  ) {}

  add(tenantId: string, raised: readonly Series[]): void {
    for (const series of raised) this.changes.set(series, tenantId);
    this.writing ??= this.write();
  }

  async close(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    while (this.changes.size > 0) {
      const changes = [...this.changes].map(([{ id, kind }, tenantId]) => ({ tenantId, id, kind }));
      this.changes = new Map();
      try {
        await this.repository.setKinds(changes);
      } catch (error) {
        this.log.warn('ingest.kinds-not-recorded', { error });
      }
    }
    this.writing = undefined;
  }
}
