import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demandRoom, limitOf } from '@tenon/domain/billing';
import { systemActor } from '@tenon/domain/identity';
import { SECOND_MS, type TenantId } from '@tenon/kernel';
import { LOG } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { addToReadings, sumReadings } from '../persistence/reading.repository.js';
import { readTerms } from '../persistence/terms.repository.js';
import { dayRange, hourOf } from './local-days.js';
import { tellShare } from './tell-share.js';

const SETTLE_EVERY_MS = 5 * SECOND_MS;

/** What is known of a company's calls today, and what was counted since. */
interface Tally {
  /** The hour whose calls are counted. */
  readonly hourMs: number;
  readonly settledAtMs: number;
  readonly used: number;
  readonly limit: number;
  readonly resetsAtMs: number;
  counted: number;
}

/**
 * Counts programs' calls, in memory, and writes them down every few seconds: a write with each call would cost as much as the call.
 * What an api had counted when it was killed is not billed; several may together let a few seconds' calls more in than the plan has.
 */
@Injectable()
export class ApiCalls implements BeforeApplicationShutdown {
  private readonly tallies = new Map<TenantId, Tally>();
  private readonly settling = new Map<TenantId, Promise<Tally>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly db: TenantDb,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Counts one call. @throws AppError (limited) QUOTA.REACHED, with when it starts again */
  async take(tenantId: TenantId): Promise<void> {
    const tally = await this.current(tenantId);
    demandRoom({ meter: 'apiCallsADay', used: tally.used + tally.counted, limit: tally.limit, resetsAtMs: tally.resetsAtMs }, 1);
    tally.counted += 1;
    this.timer ??= setTimeout(() => void this.settleAll(), SETTLE_EVERY_MS).unref();
  }

  /** Writes down what was counted since. */
  async settleAll(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const due = [...this.tallies].filter(([, { counted }]) => counted > 0);
    await Promise.all(due.map(([tenantId]) => this.settle(tenantId).catch((error: unknown) => this.log.warn('billing.calls-not-written', { tenantId, error }))));
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.settleAll();
  }

  private current(tenantId: TenantId): Promise<Tally> | Tally {
    const tally = this.tallies.get(tenantId);
    const now = new Date();
    const isFresh = tally && tally.hourMs === hourOf(now) && now.getTime() - tally.settledAtMs < SETTLE_EVERY_MS;
    return isFresh ? tally : this.settle(tenantId);
  }

  /** One at a time a company: what is counted meanwhile waits for it. */
  private settle(tenantId: TenantId): Promise<Tally> {
    const underWay = this.settling.get(tenantId);
    if (underWay) return underWay;
    const settled = this.write(tenantId).finally(() => this.settling.delete(tenantId));
    this.settling.set(tenantId, settled);
    return settled;
  }

  private async write(tenantId: TenantId): Promise<Tally> {
    const former = this.tallies.get(tenantId);
    const counted = former?.counted ?? 0;
    const next = await this.db.transaction(systemActor(tenantId), async (tx) => {
      const terms = await readTerms(tx, tenantId);
      const range = dayRange(terms.timeZone, terms.today);
      if (former && counted > 0) await addToReadings(tx, tenantId, 'apiCallsADay', [{ hourMs: former.hourMs, quantity: counted }]);
      const used = await sumReadings(tx, tenantId, 'apiCallsADay', range);
      await tellShare(tx, terms, 'apiCallsADay', { before: used - counted, used });
      return { hourMs: hourOf(tx.now), settledAtMs: tx.now.getTime(), used, limit: limitOf(terms.plan, terms.caps, 'apiCallsADay'), resetsAtMs: range.toMs };
    });
    // Calls that were counted while this was written are on the former tally.
    const tally = { ...next, counted: (former?.counted ?? 0) - counted };
    this.tallies.set(tenantId, tally);
    return tally;
  }
}
