import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { DAY_MS, HOUR_MS, MINUTE_MS, toAppError, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { CompactPoints } from '../application/compact-points.js';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { restAfter } from './rest.js';
import { TelemetryWorkerOptions } from './worker-options.js';

const EVERY_MS = HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;

/**
 * Every hour moves the points of days that are long over into blocks, what came late to such a day included, and gives back the space.
 * Several workers doing it at once move each point once: a company's transactions come one after the other, and each takes what is left.
 */
@Injectable()
export class CompactionSchedule extends Schedule {
  private readonly closing = new AbortController();

  constructor(
    private readonly system: SystemDb,
    private readonly compactions: CompactionRepository,
    private readonly compactPoints: CompactPoints,
    private readonly options: TelemetryWorkerOptions,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'telemetry.compaction-failed' });
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    return super.beforeApplicationShutdown();
  }

  async execute(now: Date): Promise<void> {
    const beforeMs = Math.floor((now.getTime() - this.options.compactAfterMs) / DAY_MS) * DAY_MS;
    const companies = await this.system.run('telemetry compaction: find work', (tx) => this.compactions.companies(tx, beforeMs));
    for (const company of companies) {
      if (this.closing.signal.aborted) return;
      await this.company(company, beforeMs);
    }
    const freed = await this.system.run('telemetry compaction: free space', (tx) => this.compactions.freeEmptied(tx));
    if (freed.length > 0) this.log.info('telemetry.months-freed', { freed });
  }

  /** A machine whose points cannot be moved, because one of its blocks is damaged, keeps nobody else's from it. */
  private async company(company: TenantId, beforeMs: number): Promise<void> {
    const done = { machines: 0, points: 0, blocks: 0, bytes: 0 };
    const machines = await this.compactPoints.machines(company, beforeMs);
    for (const deviceId of machines) {
      try {
        for await (const { points, blocks, bytes } of this.machine(company, deviceId, beforeMs)) {
          done.points += points;
          done.blocks += blocks;
          done.bytes += bytes;
        }
        done.machines += 1;
      } catch (error) {
        if (toAppError(error).kind === 'unavailable') throw error;
        this.log.error('telemetry.compaction-failed', { tenantId: company, deviceId, error });
      }
    }
    this.log.info('telemetry.compacted', { tenantId: company, ...done });
  }

  private async *machine(company: TenantId, deviceId: string, beforeMs: number) {
    for (let hasMore = true; hasMore && !this.closing.signal.aborted; ) {
      const beganMs = performance.now();
      const done = await this.compactPoints.execute(company, { deviceId, beforeMs });
      yield done;
      hasMore = done.hasMore;
      if (hasMore) await restAfter(beganMs, this.closing.signal);
    }
  }
}
