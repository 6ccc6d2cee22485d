import { Injectable } from '@nestjs/common';
import { writeExport } from '@tenon/contracts/jobs';
import { EXPORT_CHANNEL, type ExportMessage } from '@tenon/contracts/wire';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { ExportRepository, type ExportRow } from '../persistence/export.repository.js';

/**
 * Asks for all that the company has as one signed file; a job writes it. Repeating it while one is written fails with
 * EXPORT.UNDER_WAY; afterwards it asks for another, as things are then.
 */
@Injectable()
export class RequestExport {
  constructor(
    private readonly db: TenantDb,
    private readonly exports: ExportRepository,
  ) {}

  /** @throws AppError (conflict) EXPORT.UNDER_WAY */
  execute(actor: UserActor): Promise<ExportRow> {
    return this.db.transaction(actor, async (tx) => {
      const exportId = tx.newId();
      if (!(await this.exports.insert(tx, exportId, actor.userId))) throw conflict('EXPORT.UNDER_WAY', 'Another export is being written.');
      await tx.enqueue(writeExport, { exportId });
      await tx.audit('tenant.export-requested', { exportId });
      await tx.notify(EXPORT_CHANNEL, { tenantId: tx.tenantId } satisfies ExportMessage);
      return this.exports.get(tx, exportId);
    });
  }
}
