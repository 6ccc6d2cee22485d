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

  /** Rolls up everything that is dirty before `beforeMs`. */
  async sweep(beforeMs: number): Promise<void> {
    let companies = await this.system.run('telemetry roll-up: find work', (tx) => this.dirtyMinutes.companies(tx, beforeMs));
    // A slice a company in turn, so that one's replayed year does not keep the others waiting.
    while (companies.length > 0 && !this.isClosed) {
      const unfinished: TenantId[] = [];
      for (const company of companies) if (await this.slice(company, beforeMs)) unfinished.push(company);
      companies = unfinished;
    }
  }

  /** Whether there is more. */
  private async slice(company: TenantId, beforeMs: number): Promise<boolean> {
    const startedMs = performance.now();
    try {
      const { minutes, hasMore } = await this.rollUp.execute(company, { beforeMs, maxMinutes: this.pace.minutes });
      this.pace.took(minutes, performance.now() - startedMs);
      return hasMore;
    } catch (error) {
      this.log.error('telemetry.roll-up-failed', { tenantId: company, error });
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
    if (nowMs < this.nextWithRunningMs) return Math.floor(nowMs / MINUTE_MS) * MINUTE_MS;
    this.nextWithRunningMs = nowMs + RUNNING_MINUTES_EVERY_MS;
    // Clocks may run ahead of ours; what they stamped is rolled up with the running minutes.
    return nowMs + DAY_MS;
  }
}
