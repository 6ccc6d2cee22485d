import { Injectable } from '@nestjs/common';
import { eraseCompany } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { ERASED_TABLES } from '@tenon/domain/exit';
import type { TenantActor } from '@tenon/domain/identity';
import { ForgetPeople } from '@tenon/identity';
import { EraseTelemetry } from '@tenon/telemetry';
import { ExportFolder } from '../files/export-folder.js';
import { ErasureRepository } from '../persistence/erasure.repository.js';

/**
 * Erases what is to be erased of a company, in batches of their own transactions, each of which counts what it took away. It may be broken
 * off at any time and begun again: it erases what is left.
 */
@Injectable()
export class RunErasure {
  constructor(
    private readonly db: TenantDb,
    private readonly erasures: ErasureRepository,
    private readonly telemetry: EraseTelemetry,
    private readonly people: ForgetPeople,
    private readonly folder: ExportFolder,
  ) {}

  async execute(actor: TenantActor, signal: AbortSignal): Promise<void> {
    const row = await this.db.transaction(actor, (tx) => this.erasures.findForUpdate(tx));
    if (!row || row.finishedAt) return;
    const count = (tx: TenantTx, table: string, rows: number): Promise<void> => this.erasures.count(tx, table, rows);
    await this.telemetry.execute(actor, signal, count);
    const forgotten = await this.people.execute(actor.tenantId);
    await this.db.transaction(actor, async (tx) => {
      await count(tx, 'accounts', forgotten.accounts);
      await count(tx, 'mail_message', forgotten.mails);
    });
    for (const table of ERASED_TABLES) await this.drain(actor, table, signal);
    await this.folder.removeAll(actor.tenantId);
  }

  private async drain(actor: TenantActor, table: string, signal: AbortSignal): Promise<void> {
    for (let rows = 1; rows > 0; ) {
      signal.throwIfAborted();
      rows = await this.db.transaction(actor, async (tx) => {
        const erased = await this.erasures.erase(tx, table, eraseCompany.name);
        if (erased > 0) await this.erasures.count(tx, table, erased);
        return erased;
      });
    }
  }
}
