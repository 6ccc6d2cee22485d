import { Injectable } from '@nestjs/common';
import { importHistory } from '@tenon/contracts/jobs';
import { TenantDb } from '@tenon/db';
import { offsetMsAt } from '@tenon/domain/energy';
import { mappingFault, mayStep, type HistoryMapping } from '@tenon/domain/history';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { conflict, invalid, notFound } from '@tenon/kernel';
import { CompanyFactsRepository } from '../../persistence/history/company-facts.repository.js';
import { ImportRepository, type ImportRow } from '../../persistence/history/import.repository.js';
import { EMPTY_REPORT } from './report.js';
import { standingOf } from './step-import.js';

/** How somebody says that a file is to be read. */
export interface CheckedMapping {
  readonly importId: string;
  readonly mapping: HistoryMapping;
  readonly replaces: boolean;
}

/** Says how a file is read and has it read whole, without a trace in what is stored: afterwards it stands what an import would do. Doing it again, differently, begins anew. */
@Injectable()
export class CheckImport {
  constructor(
    private readonly db: TenantDb,
    private readonly imports: ImportRepository,
    private readonly facts: CompanyFactsRepository,
  ) {}

  /** @throws AppError (not-found) HISTORY.NOT_FOUND, DEVICE.NOT_FOUND; (invalid) HISTORY.MAPPING, ZONE.UNKNOWN; (conflict) HISTORY.STATE */
  execute(actor: TenantActor, { importId, mapping, replaces }: CheckedMapping): Promise<ImportRow> {
    demand(actor, 'telemetry:import');
    const fault = mappingFault(mapping);
    if (fault) throw invalid('HISTORY.MAPPING', 'The file cannot be read so.', { fault });
    // Throws for a zone that nobody knows.
    offsetMsAt(mapping.timeZone, 0);
    return this.db.transaction(actor, async (tx) => {
      const row = await this.imports.getForUpdate(tx, importId);
      if (!mayStep('check', standingOf(row, tx.now))) throw conflict('HISTORY.STATE', 'The import is not where this could be done.', { state: row.state });
      const { deviceId } = mapping;
      if (deviceId !== null && !(await this.facts.knowsMachine(tx, deviceId))) throw notFound('DEVICE.NOT_FOUND', 'There is no such machine.', { deviceId });
      await this.imports.change(tx, importId, { state: 'checking', isPaused: false, mapping, replaces, report: EMPTY_REPORT, rowsRead: 0, lastMs: null, share: 0, piecesTotal: 0, piecesDone: 0, phaseAt: tx.now });
      await tx.enqueue(importHistory, { importId });
      await tx.audit('history.checked', { importId, file: row.fileName });
      return this.imports.get(tx, importId);
    });
  }
}
