import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { DAY_MS, HOUR_MS, MINUTE_MS, toAppError, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { SealRollUps, type SealLot } from '../application/seal-roll-ups.js';
import { RollUpBlockRepository, type SealDue } from '../persistence/roll-up-block.repository.js';
import { restAfter } from './rest.js';
import { TelemetryWorkerOptions } from './worker-options.js';

const EVERY_MS = 10 * MINUTE_MS;
/** What comes later than this to an hour that is over has it opened and written anew. */
const AFTER_HOUR_MS = 10 * MINUTE_MS;

/**
 * Every ten minutes moves the minute aggregates of hours that are over into blocks, and those of days whose points go to rest into one a day.
 * Several workers doing it at once move each minute once: a company's transactions come one after the other, and each takes what is left.
 */
@Injectable()
export class RollUpSealSchedule extends Schedule {
  private readonly closing = new AbortController();

  constructor(
    private readonly system: SystemDb,
    private readonly blocks: RollUpBlockRepository,
    private readonly sealRollUps: SealRollUps,
    private readonly options: TelemetryWorkerOptions,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'telemetry.minutes-failed' });
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    return super.beforeApplicationShutdown();
  }

  async execute(now: Date): Promise<void> {
    const due: SealDue = {
      rowsBeforeMs: Math.floor((now.getTime() - AFTER_HOUR_MS) / HOUR_MS) * HOUR_MS,
      daysBeforeMs: Math.floor((now.getTime() - this.options.compactAfterMs) / DAY_MS) * DAY_MS,
    };
    const companies = await this.system.run('telemetry minutes: find work', (tx) => this.blocks.companies(tx, due));
    for (const company of companies) await this.company(company, due);
  }

  private async company(company: TenantId, due: SealDue): Promise<void> {
    const done = { blocks: 0, bytes: 0 };
    const failed = new Set<number>();
    for (;;) {
      const lots = await this.lots(company, due, failed);
      if (lots.length === 0 || this.closing.signal.aborted) break;
      for (const lot of lots) {
        if (this.closing.signal.aborted) break;
        for await (const { blocks, bytes } of this.apart(company, lot, failed)) {
          done.blocks += blocks;
          done.bytes += bytes;
        }
      }
    }
    this.log.info('telemetry.minutes-moved', { tenantId: company, ...done });
  }

  private async lots(company: TenantId, due: SealDue, failed: ReadonlySet<number>): Promise<SealLot[]> {
    const lots = await this.sealRollUps.lots(company, due);
    return lots.map((lot) => ({ ...lot, seriesIds: lot.seriesIds.filter((id) => !failed.has(id)) })).filter(({ seriesIds }) => seriesIds.length > 0);
  }

  /** A series one of whose blocks is damaged keeps no other from it: where a lot fails, its halves are tried. */
  private async *apart(company: TenantId, lot: SealLot, failed: Set<number>): AsyncGenerator<{ blocks: number; bytes: number }> {
    const beganMs = performance.now();
    try {
      yield await this.sealRollUps.execute(company, lot);
      await restAfter(beganMs, this.closing.signal);
      return;
    } catch (error) {
      if (toAppError(error).kind === 'unavailable') throw error;
      if (lot.seriesIds.length === 1) {
        this.log.error('telemetry.minutes-failed', { tenantId: company, seriesId: lot.seriesIds[0], error });
        failed.add(lot.seriesIds[0] as number);
        return;
      }
    }
    const half = Math.ceil(lot.seriesIds.length / 2);
    for (const seriesIds of [lot.seriesIds.slice(0, half), lot.seriesIds.slice(half)]) yield* this.apart(company, { ...lot, seriesIds }, failed);
  }
}
