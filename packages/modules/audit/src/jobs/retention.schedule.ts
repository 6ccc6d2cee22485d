import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { RetentionRepository } from '../persistence/retention.repository.js';

const EVERY_MS = 24 * HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;

/** Drops what of companies' trails is past its time, at start and once a day. */
@Injectable()
export class RetentionSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | undefined;
  private isClosed = false;

  constructor(
    private readonly system: SystemDb,
    private readonly retention: RetentionRepository,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.current = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.current;
  }

  /** Does it once. Doing it again, or in several workers, drops nothing more: each company's chain is locked meanwhile. */
  async execute(): Promise<void> {
    const due = await this.system.run('audit: what is past its time', (tx) => this.retention.due(tx));
    for (const tenantId of due) {
      const entries = await this.system.run('audit: drop what is past its time', (tx) => this.retention.drop(tx, tenantId));
      if (entries > 0) this.log.info('audit.dropped', { tenantId, entries });
    }
  }

  private async run(): Promise<void> {
    let nextMs = EVERY_MS;
    try {
      await this.execute();
    } catch (error) {
      this.log.warn('audit.drop-failed', { error });
      nextMs = AFTER_FAILURE_MS;
    }
    if (!this.isClosed) this.timer = setTimeout(() => void (this.current = this.run()), nextMs);
  }
}
