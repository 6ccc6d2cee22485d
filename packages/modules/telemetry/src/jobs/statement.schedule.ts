import { Inject, Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import { MINUTE_MS, toAppError, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { KeepStatements, type StatementRound } from '../application/keep-statements.js';
import { ConnectionRepository } from '../persistence/connection.repository.js';
import { StatementRepository } from '../persistence/statement.repository.js';

const EVERY_MS = MINUTE_MS;

/** Keeps the statements of completeness of all companies. Several workers doing it at once state each month once. */
@Injectable()
export class StatementSchedule extends Schedule {
  private readonly closing = new AbortController();

  constructor(
    private readonly system: SystemDb,
    private readonly statements: StatementRepository,
    private readonly connections: ConnectionRepository,
    private readonly keepStatements: KeepStatements,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: EVERY_MS, failureEvent: 'telemetry.statement-failed' });
  }

  override beforeApplicationShutdown(): Promise<void> {
    this.closing.abort();
    return super.beforeApplicationShutdown();
  }

  async execute(now: Date): Promise<void> {
    const [companies, outages] = await this.system.run('telemetry statements: find companies', async (tx) => [await this.statements.companies(tx), await this.connections.outages(tx, now.getTime())] as const);
    for (const company of companies) if (!this.closing.signal.aborted) await this.company(company, { now, outages });
  }

  /** One company's trouble keeps nobody else's statement. */
  private async company(company: TenantId, round: StatementRound): Promise<void> {
    try {
      await this.keepStatements.execute(company, round);
    } catch (error) {
      if (toAppError(error).kind === 'unavailable') throw error;
      this.log.error('telemetry.statement-failed', { tenantId: company, error });
    }
  }
}
