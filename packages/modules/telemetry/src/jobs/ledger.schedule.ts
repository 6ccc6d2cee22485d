import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { MINUTE_MS, SECOND_MS, toAppError, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { KeepLedger, type LedgerRound } from '../application/keep-ledger.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { LedgerDueRepository } from '../persistence/ledger-due.repository.js';

const EVERY_MS = 20 * SECOND_MS;
const AFTER_FAILURE_MS = MINUTE_MS;
/** A machine is looked at so seldom, since what it sends all the time makes it due all the time; one that is new, at once. */
const REST_MS = 5 * MINUTE_MS;

/** Keeps the ledgers of gaps of all companies. Several workers doing it at once take different machines. */
@Injectable()
export class LedgerSchedule extends Schedule {
  private readonly closing = new AbortController();

  constructor(
    private readonly system: SystemDb,
    private readonly dues: LedgerDueRepository,
    private readonly connections: ConnectionRepository,
    private readonly keepLedger: KeepLedger,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'telemetry.ledger-failed' });
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    return super.beforeApplicationShutdown();
  }

  async execute(now: Date): Promise<void> {
    const before = new Date(now.getTime() - REST_MS);
    const [companies, outages] = await this.system.run('telemetry ledger: find work', async (tx) => [await this.dues.companies(tx, before), await this.connections.outages(tx, now.getTime())] as const);
    for (const company of companies) await this.company(company, { outages, before });
  }

  /** One company's trouble keeps nobody else's ledger. */
  private async company(company: TenantId, round: LedgerRound): Promise<void> {
    try {
      while (!this.closing.signal.aborted && (await this.keepLedger.execute(company, round)) > 0);
    } catch (error) {
      if (toAppError(error).kind === 'unavailable') throw error;
      this.log.error('telemetry.ledger-failed', { tenantId: company, error });
    }
  }
}
