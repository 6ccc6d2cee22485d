import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { importHistory } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { isAtWork, needsFile } from '@tenon/domain/history';
import type { SystemActor } from '@tenon/domain/identity';
import { toAppError } from '@tenon/kernel';
import type { ImportRow } from '../../persistence/history/import.repository.js';
import { LayerRepository } from '../../persistence/history/layer.repository.js';
import { CompareDays } from './compare-days.js';
import { REST_SHARE, SLICE_MS, STEP_POINTS, UNDOABLE_MS } from './limits.js';
import { LookAtFile } from './look-at-file.js';
import { ImportStore, isReading, ReadFile } from './read-file.js';
import { TakeBackDays } from './take-back-days.js';
import { WritePieces } from './write-pieces.js';

/** What an import goes through, of which a constructor would have too many. */
@Injectable()
export class ImportPhases {
  constructor(
    readonly look: LookAtFile,
    readonly read: ReadFile,
    readonly compare: CompareDays,
    readonly write: WritePieces,
    readonly takeBack: TakeBackDays,
  ) {}
}

/**
 * Goes on with an import for as long as a job has its turn, in steps each of which commits what it did with how far that is: a worker that is killed
 * anywhere leaves whole steps, and the next goes on behind them. Pausing or giving up is heeded between two steps.
 */
@Injectable()
export class AdvanceImport {
  constructor(
    private readonly db: TenantDb,
    private readonly store: ImportStore,
    private readonly layers: LayerRepository,
    private readonly phases: ImportPhases,
  ) {}

  /** @param sliceMs after which another job is promised for the rest */
  async execute(actor: SystemActor, importId: string, signal: AbortSignal, sliceMs = SLICE_MS): Promise<void> {
    const endsAt = performance.now() + sliceMs;
    const isTimeUp = (): boolean => signal.aborted || performance.now() >= endsAt;
    let row = await this.get(actor, importId);
    let placed: ImportRow['state'] | undefined;
    while (isAtWork(row)) {
      signal.throwIfAborted();
      if (isTimeUp()) return this.db.transaction(actor, (tx) => tx.enqueue(importHistory, { importId }));
      if (row.state === 'running' && placed !== 'running') await this.ensureMonths(actor, importId);
      placed = row.state;
      const beganAt = performance.now();
      await this.step(actor, row, isTimeUp);
      row = await this.get(actor, importId);
      await rest(row, performance.now() - beganAt);
    }
    if (!needsFile(row.state)) await this.store.folder.remove(actor.tenantId, importId);
  }

  /** Says that it could not be done. What was written stays, and can be taken back. */
  async fail(actor: SystemActor, importId: string, code: string): Promise<void> {
    await this.db.transaction(actor, async (tx) => {
      const row = await this.store.imports.getForUpdate(tx, importId);
      if (isAtWork(row)) await this.store.imports.change(tx, importId, { state: 'failed', failureCode: code, finishedAt: tx.now });
    });
  }

  private get(actor: SystemActor, importId: string): Promise<ImportRow> {
    return this.db.transaction(actor, (tx) => this.store.imports.get(tx, importId));
  }

  private async step(actor: SystemActor, row: ImportRow, isTimeUp: () => boolean): Promise<void> {
    if (row.state !== 'looking' && !isReading(row)) return this.db.transaction(actor, (tx) => this.inTransaction(tx, row.id));
    try {
      await (row.state === 'looking' ? this.phases.look.execute(actor, row.id) : this.phases.read.execute(actor, row.id, isTimeUp));
    } catch (error) {
      const { kind, code } = toAppError(error);
      // The file's own fault, that trying again would only find again.
      if (kind !== 'invalid') throw error;
      await this.fail(actor, row.id, code);
    }
  }

  private async inTransaction(tx: TenantTx, importId: string): Promise<void> {
    const row = await this.store.imports.getForUpdate(tx, importId);
    if (!isAtWork(row)) return;
    if (row.state === 'checking') await this.phases.compare.execute(tx, row);
    if (row.state === 'running') await this.writeStep(tx, row);
    if (row.state === 'undoing') await this.undoStep(tx, row);
  }

  private async writeStep(tx: TenantTx, row: ImportRow): Promise<void> {
    const done = await this.phases.write.execute(tx, row);
    const { imports } = this.store;
    if (done === null) return imports.change(tx, row.id, {});
    if (done) return imports.change(tx, row.id, { piecesDone: row.piecesDone + done.pieces, added: row.added + done.added, replaced: row.replaced + done.replaced, kept: row.kept + done.kept, refused: row.refused + done.refused });
    await imports.change(tx, row.id, { state: 'done', finishedAt: tx.now, undoableUntil: new Date(tx.now.getTime() + UNDOABLE_MS) });
    await tx.audit('history.imported', { importId: row.id, file: row.fileName, added: row.added, replaced: row.replaced });
  }

  private async undoStep(tx: TenantTx, row: ImportRow): Promise<void> {
    const { imports, pieces } = this.store;
    const next = await this.layers.next(tx, row.id, STEP_POINTS);
    if (next) {
      const done = await this.phases.takeBack.execute(tx, row.id, next);
      return imports.change(tx, row.id, done ? { piecesDone: row.piecesDone + done.layers } : {});
    }
    if ((await pieces.forget(tx, row.id, STEP_POINTS)) > 0) return;
    await imports.change(tx, row.id, { state: 'undone', finishedAt: tx.now, undoableUntil: null });
    await tx.audit('history.undone', { importId: row.id, file: row.fileName });
  }

  /** Places of the months are made before they are written to, since that locks the tables. */
  private async ensureMonths(actor: SystemActor, importId: string): Promise<void> {
    const months = await this.db.transaction(actor, (tx) => this.store.pieces.months(tx, importId));
    for (const month of months) await this.db.transaction(actor, (tx) => this.store.pieces.ensureMonths(tx, [month]));
  }
}

/** What machines send comes first: it is stored meanwhile. */
async function rest({ state }: ImportRow, workedMs: number): Promise<void> {
  if (state === 'running' || state === 'undoing') await setTimeout(workedMs * REST_SHARE);
}
