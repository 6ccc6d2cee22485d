import { Injectable } from '@nestjs/common';
import { ReadKeptFrom } from '@tenon/billing';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { TakenTimes } from '@tenon/domain/history';
import type { TenantActor } from '@tenon/domain/identity';
import { keptFromMs } from '@tenon/domain/telemetry';
import { bug } from '@tenon/kernel';
import { TableFile } from '@tenon/tables';
import { ImportFolder } from '../../files/import-folder.js';
import { TelemetryWorkerOptions } from '../../jobs/worker-options.js';
import { CompanyFactsRepository } from '../../persistence/history/company-facts.repository.js';
import { ImportRepository, type ImportRow } from '../../persistence/history/import.repository.js';
import { PieceRepository } from '../../persistence/history/piece.repository.js';
import { FileReading, type ReadSoFar } from './file-reading.js';
import { FILE_LIMITS, HELD_POINTS, MOST_AHEAD_MS, OLDEST_MS, STORE_EVERY_MS } from './limits.js';
import { EMPTY_REPORT, reportOf } from './report.js';

/** Pieces of an earlier check that are cleared away in one transaction. */
const CLEARED = 20_000;

/** What an import is kept in, of which a constructor would have too many. */
@Injectable()
export class ImportStore {
  constructor(
    readonly imports: ImportRepository,
    readonly pieces: PieceRepository,
    readonly facts: CompanyFactsRepository,
    readonly folder: ImportFolder,
  ) {}
}

/**
 * Reads a file whole and stores what it says as pieces by machine, day and metric, with what is wrong in it. Each store says in the same transaction how far
 * the file was read: who goes on after a crash reads the rows before that once more and takes none of them twice.
 */
@Injectable()
export class ReadFile {
  constructor(
    private readonly db: TenantDb,
    private readonly store: ImportStore,
    private readonly keptFrom: ReadKeptFrom,
    private readonly options: TelemetryWorkerOptions,
  ) {}

  /** Goes on until the file is read or it is time to stop. @throws AppError (invalid) TABLE.* where it cannot be read to its end */
  async execute(actor: TenantActor, importId: string, isTimeUp: () => boolean): Promise<void> {
    await this.clear(actor, importId);
    const begun = await this.db.transaction(actor, (tx) => this.begin(tx, importId));
    const file = await TableFile.open(this.store.folder.file(actor.tenantId, importId), FILE_LIMITS, begun.form);
    const { reading } = begun;
    let [rowsStored, storedAt] = [reading.rowsRead, performance.now()];
    for await (const rows of file.rows()) {
      for (const row of rows) reading.take(row);
      const isDue = reading.held >= HELD_POINTS || performance.now() - storedAt >= STORE_EVERY_MS;
      if (!isDue || reading.rowsRead === rowsStored) continue;
      const isStill = await this.put(actor, importId, { from: rowsStored, read: reading.store(), share: file.share, isRead: false });
      [rowsStored, storedAt] = [reading.rowsRead, performance.now()];
      if (!isStill || isTimeUp()) return;
    }
    await this.put(actor, importId, { from: rowsStored, read: reading.store(), share: 1, isRead: true });
  }

  private async clear(actor: TenantActor, importId: string): Promise<void> {
    const { imports, pieces } = this.store;
    const isClear = (tx: TenantTx): Promise<boolean> => imports.get(tx, importId).then(({ report }) => reportOf(report).isCleared);
    if (await this.db.read(actor, isClear)) return;
    while ((await this.db.transaction(actor, (tx) => pieces.forget(tx, importId, CLEARED))) > 0);
    await this.db.transaction(actor, (tx) => imports.change(tx, importId, { report: { ...EMPTY_REPORT, isCleared: true }, rowsRead: 0, lastMs: null, share: 0 }));
  }

  private async begin(tx: TenantTx, importId: string) {
    const { imports, facts } = this.store;
    const { mapping, look, report, rowsRead, lastMs } = await imports.get(tx, importId);
    if (!mapping || !look) throw bug('HISTORY.NO_MAPPING', 'An import is read of which nobody said how.', { importId });
    const reading = new FileReading({ mapping, machines: await facts.machines(tx), times: await this.times(tx), report: reportOf(report), rowsRead, lastMs });
    return { reading, form: look.form };
  }

  private async times(tx: TenantTx): Promise<TakenTimes> {
    const nowMs = tx.now.getTime();
    const planFrom = (await this.keptFrom.execute(tx))?.getTime() ?? -Infinity;
    return { fromMs: Math.max(OLDEST_MS, keptFromMs(nowMs, this.options.keepMonths), planFrom), toMs: nowMs + MOST_AHEAD_MS };
  }

  /** @returns false where somebody else went on with it, or nobody is to */
  private put(actor: TenantActor, importId: string, { from, read, share, isRead }: { from: number; read: ReadSoFar; share: number; isRead: boolean }): Promise<boolean> {
    const { imports, pieces } = this.store;
    return this.db.transaction(actor, async (tx) => {
      const row = await imports.getForUpdate(tx, importId);
      if (row.state !== 'checking' || row.rowsRead !== from || reportOf(row.report).isRead) return false;
      if (read.pieces.length > 0) await pieces.insert(tx, importId, read.rowsRead, read.pieces);
      const piecesTotal = isRead ? { piecesTotal: await pieces.count(tx, importId), piecesDone: 0 } : {};
      await imports.change(tx, importId, { rowsRead: read.rowsRead, lastMs: read.lastMs, share, report: { ...read.report, isRead }, ...piecesTotal });
      return !row.isPaused;
    });
  }
}

/** Whether a worker goes on with it. */
export function isReading({ state, report }: Pick<ImportRow, 'state' | 'report'>): boolean {
  return state === 'checking' && !reportOf(report).isRead;
}
