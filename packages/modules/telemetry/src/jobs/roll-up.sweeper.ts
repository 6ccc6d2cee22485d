import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { DAY_MS, MINUTE_MS, type TenantId } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { RollUp } from '../application/roll-up.js';
import { DirtyMinutesRepository } from '../persistence/dirty-minutes.repository.js';
import { SlicePace } from './slice-pace.js';

const SWEEP_EVERY_MS = 2_000;
/** Wakes come several times a second while machines send. */
const LEAST_PAUSE_MS = 500;
/**
 * A minute that still runs is out of date again a second later, and rolling it up reads it from the start each time; so
 * it is rolled up only now and then. Nobody waits for that: reads take dirty minutes from the points.
 */
const RUNNING_MINUTES_EVERY_MS = 15_000;

/** Start of the minute of an instant. */
function minuteOf(nowMs: number): number {
  return Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
}

/** Keeps every company's roll-ups up to date: looks every two seconds, and at once when told that something was stored. */
@Injectable()
export class RollUpSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private current: Promise<void> | undefined;
  private isClosed = false;
  private sweptAtMs = 0;
  private nextWithRunningMs = 0;
  private readonly pace = new SlicePace();

  constructor(
    private readonly system: SystemDb,
    private readonly rollUp: RollUp,
    private readonly dirtyMinutes: DirtyMinutesRepository,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.plan(0);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    await this.current;
  }

  /** Looks soon, because something was stored. */
  wake(): void {
    if (!this.current) this.plan(Math.max(0, this.sweptAtMs + LEAST_PAUSE_MS - Date.now()));
  }

  /**
   * Rolls up what is dirty before `beforeMs`, a slice a company in turn, so that one's replayed year does not keep the others
   * waiting; companies that become dirty meanwhile join in. Only the first round takes minutes that still run: under a
   * steady load they are dirty again at once, and the sweep would never end.
   */
  async sweep(beforeMs: number): Promise<void> {
    const failed = new Set<TenantId>();
    let roundBeforeMs = beforeMs;
    for (let isUnfinished = true; isUnfinished && !this.isClosed; roundBeforeMs = Math.min(beforeMs, minuteOf(Date.now()))) {
      isUnfinished = await this.round(roundBeforeMs, failed);
    }
  }

  /** Whether some company has more. */
  private async round(beforeMs: number, failed: Set<TenantId>): Promise<boolean> {
    const companies = await this.system.run('telemetry roll-up: find work', (tx) => this.dirtyMinutes.companies(tx, beforeMs));
    let hasMore = false;
    for (const company of companies) {
      if (this.isClosed) return false;
      // What failed is left for the next sweep: tried again at once it would only fail again.
      if (!failed.has(company) && (await this.slice(company, beforeMs, failed))) hasMore = true;
    }
    return hasMore;
  }

  /** Whether there is more. */
  private async slice(company: TenantId, beforeMs: number, failed: Set<TenantId>): Promise<boolean> {
    try {
      const done = await this.rollUp.execute(company, { beforeMs, maxMinutes: this.pace.minutes });
      this.pace.took(done);
      if (done.damaged.length > 0) this.log.error('telemetry.block-damaged', { tenantId: company, seriesIds: done.damaged });
      return done.hasMore;
    } catch (error) {
      this.log.error('telemetry.roll-up-failed', { tenantId: company, error });
      failed.add(company);
      return false;
    }
  }

  private plan(waitMs: number): void {
    if (this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void (this.current = this.run()), waitMs);
  }

  private async run(): Promise<void> {
    try {
      await this.sweep(this.before(Date.now()));
    } catch (error) {
      this.log.warn('telemetry.roll-up-sweep-failed', { error });
    }
    this.sweptAtMs = Date.now();
    this.current = undefined;
    this.plan(SWEEP_EVERY_MS);
  }

  private before(nowMs: number): number {
    if (nowMs < this.nextWithRunningMs) return minuteOf(nowMs);
    this.nextWithRunningMs = nowMs + RUNNING_MINUTES_EVERY_MS;
    // Clocks may run ahead of ours; what they stamped is rolled up with the running minutes.
    return nowMs + DAY_MS;
  }
}
