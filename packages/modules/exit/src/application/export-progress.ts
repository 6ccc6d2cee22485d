import { Injectable } from '@nestjs/common';
import { Papers } from '@tenon/billing';
import { noticeRaised } from '@tenon/contracts/events';
import { EXPORT_CHANNEL, type ExportMessage } from '@tenon/contracts/wire';
import { TenantDb, type TenantTx } from '@tenon/db';
import { EXPORT_KEPT_DAYS } from '@tenon/domain/exit';
import type { TenantActor } from '@tenon/domain/identity';
import { conflict, DAY_MS } from '@tenon/kernel';
import { ExportFileRepository, type ExportFile, type PlannedFile, type WrittenFile } from '../persistence/export-file.repository.js';
import { ExportRepository, type Bundle } from '../persistence/export.repository.js';
import { RecordRepository } from '../persistence/record.repository.js';
import { isOfRecords, paperFiles, plannedFiles, recordFile } from './export-plan.js';

/** What a run has before it. */
export interface ExportRun {
  readonly id: string;
  readonly requestedAt: Date;
  readonly companyName: string;
  readonly files: readonly ExportFile[];
}

/** An export's file that is written, and not yet where it is handed out. */
export interface Bound {
  readonly bundle: Bundle;
  readonly files: number;
  /** Puts it there, in place of what another worker may have put. */
  place(): Promise<void>;
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

  /**
   * Notes the records, which are written together, and with them which papers are of the same moment. Where another worker noted some since this
   * run began, those stand, so that no paper is written for nothing and nothing that was counted is taken back.
   * @returns the files of both kinds that the export now has
   */
  async noteRecords(actor: TenantActor, run: ExportRun, written: readonly WrittenFile[], papers: readonly PlannedFile[]): Promise<ExportFile[]> {
    return this.underWay(actor, run.id, async (tx) => {
      const before = new Set(run.files.map(({ sha256 }) => sha256));
      const others = (await this.files.list(tx, run.id)).filter(isOfRecords);
      if (others.some(({ kind, sha256 }) => kind === 'records' && sha256 !== null && !before.has(sha256))) return others;
      for (const kind of ['records', 'papers'] as const) await this.files.deleteKind(tx, run.id, kind);
      await this.files.insert(tx, run.id, [...written.map(({ path }) => recordFile(path)), ...papers]);
      await this.files.markWritten(tx, run.id, written);
      await this.exports.countTotal(tx, run.id);
      await this.exports.countDone(tx, run.id);
      return (await this.files.list(tx, run.id)).filter(isOfRecords);
    });
  }

  /** Notes files that are written, all of them or none. */
  async noteWritten(actor: TenantActor, id: string, written: readonly WrittenFile[]): Promise<void> {
    await this.underWay(actor, id, async (tx) => {
      await this.files.markWritten(tx, id, written);
      await this.exports.countDone(tx, id);
    });
  }

  /**
   * Puts the file where it is handed out, notes it, and tells those whom it concerns, once. Both happen under the export's lock: two workers that
   * bound it, each of its own records or with another key, would otherwise leave the file of one under the digest of the other.
   */
  async finish(actor: TenantActor, id: string, { bundle, files, place }: Bound): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      if (!(await this.exports.findUnderWayForUpdate(tx, id))) return;
      await place();
      const expiresAt = new Date(tx.now.getTime() + EXPORT_KEPT_DAYS * DAY_MS);
      await this.exports.markReady(tx, id, bundle, expiresAt);
      await this.files.deleteAll(tx, id);
      await tx.audit('tenant.exported', { exportId: id, files, ...bundle });
      await tx.publish(noticeRaised, { noticeId: id, kind: 'tenant.exported', subjectId: id, facts: { until: expiresAt.toISOString().slice(0, 10) } });
      await tell(tx);
    });
  }

  /** Notes that it came to nothing. @returns false where another worker has ended it meanwhile, one way or the other */
  fail(actor: TenantActor, id: string, code: string): Promise<boolean> {
    return this.db.transaction(actor, async (tx) => {
      if (!(await this.exports.findUnderWayForUpdate(tx, id))) return false;
      await this.exports.markFailed(tx, id, code);
      await this.files.deleteAll(tx, id);
      await tell(tx);
      return true;
    });
  }

  /** @throws AppError (conflict) EXPORT.OVER where another worker has ended it meanwhile: what is counted of it stays as it is told */
  private underWay<T>(actor: TenantActor, id: string, work: (tx: TenantTx) => Promise<T>): Promise<T> {
    return this.db.transaction(actor, async (tx) => {
      if (!(await this.exports.findUnderWayForUpdate(tx, id))) throw conflict('EXPORT.OVER', 'Another worker has ended this export.');
      const done = await work(tx);
      await tell(tx);
      return done;
    });
  }
}

/** Tells screens that an export is further. */
export function tell(tx: TenantTx): Promise<void> {
  return tx.notify(EXPORT_CHANNEL, { tenantId: tx.tenantId } satisfies ExportMessage);
}
