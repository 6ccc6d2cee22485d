import { Injectable } from '@nestjs/common';
import { Papers } from '@tenon/billing';
import { noticeRaised } from '@tenon/contracts/events';
import { EXPORT_CHANNEL, type ExportMessage } from '@tenon/contracts/wire';
import { TenantDb, type TenantTx } from '@tenon/db';
import { EXPORT_KEPT_DAYS } from '@tenon/domain/exit';
import type { TenantActor } from '@tenon/domain/identity';
import { DAY_MS } from '@tenon/kernel';
import { ExportFileRepository, type ExportFile, type PlannedFile, type WrittenFile } from '../persistence/export-file.repository.js';
import { ExportRepository, type Bundle } from '../persistence/export.repository.js';
import { RecordRepository } from '../persistence/record.repository.js';
import { paperFiles, plannedFiles, recordFile } from './export-plan.js';

/** What a run has before it. */
export interface ExportRun {
  readonly id: string;
  readonly requestedAt: Date;
  readonly companyName: string;
  readonly files: readonly ExportFile[];
}

/** How far an export is: it is kept, so that whoever goes on with it knows. */
@Injectable()
export class ExportProgress {
  constructor(
    private readonly db: TenantDb,
    private readonly exports: ExportRepository,
    private readonly files: ExportFileRepository,
    private readonly records: RecordRepository,
    private readonly papers: Papers,
  ) {}

  /** Begins with it, or goes on; null where there is nothing to do any more. Which files it has is settled once. */
  begin(actor: TenantActor, id: string): Promise<ExportRun | null> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.exports.findUnderWayForUpdate(tx, id);
      if (!row) return null;
      if (row.state === 'waiting') {
        const planned = plannedFiles(await this.records.metrics(tx));
        await this.files.insert(tx, id, planned);
        await this.exports.begin(tx, id, planned.length + paperFiles(await this.papers.list(tx)).length);
        await tell(tx);
      }
      return { id, requestedAt: row.requestedAt, companyName: await this.records.companyName(tx), files: await this.files.list(tx, id) };
    });
  }

  /** Notes the records, which are written together, and with them which papers are of the same moment. @returns the papers, which are to be written */
  async noteRecords(actor: TenantActor, id: string, written: readonly WrittenFile[], papers: readonly PlannedFile[]): Promise<ExportFile[]> {
    return this.db.transaction(actor, async (tx) => {
      for (const kind of ['records', 'papers'] as const) await this.files.deleteKind(tx, id, kind);
      await this.files.insert(tx, id, [...written.map(({ path }) => recordFile(path)), ...papers]);
      await this.files.markWritten(tx, id, written);
      await this.exports.countTotal(tx, id);
      await this.exports.countDone(tx, id);
      await tell(tx);
      return (await this.files.list(tx, id)).filter(({ kind }) => kind === 'papers');
    });
  }

  /** Notes files that are written, all of them or none. */
  async noteWritten(actor: TenantActor, id: string, written: readonly WrittenFile[]): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.files.markWritten(tx, id, written);
      await this.exports.countDone(tx, id);
      await tell(tx);
    });
  }

  /** Notes that the file is there, and tells those whom it concerns, once. */
  async finish(actor: TenantActor, id: string, bundle: Bundle, files: number): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      if (!(await this.exports.findUnderWayForUpdate(tx, id))) return;
      const expiresAt = new Date(tx.now.getTime() + EXPORT_KEPT_DAYS * DAY_MS);
      await this.exports.markReady(tx, id, bundle, expiresAt);
      await this.files.deleteAll(tx, id);
      await tx.audit('tenant.exported', { exportId: id, files, ...bundle });
      await tx.publish(noticeRaised, { noticeId: id, kind: 'tenant.exported', subjectId: id, facts: { until: expiresAt.toISOString().slice(0, 10) } });
      await tell(tx);
    });
  }

  /** Notes that it came to nothing. */
  async fail(actor: TenantActor, id: string, code: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      await this.exports.markFailed(tx, id, code);
      await this.files.deleteAll(tx, id);
      await tell(tx);
    });
  }
}

/** Tells screens that an export is further. */
export function tell(tx: TenantTx): Promise<void> {
  return tx.notify(EXPORT_CHANNEL, { tenantId: tx.tenantId } satisfies ExportMessage);
}
