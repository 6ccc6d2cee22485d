import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@tenon/contracts/audit';
import { importHistory } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { isAtWork, mayStep, type ImportStanding, type ImportStep } from '@tenon/domain/history';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import { ImportFolder } from '../../files/import-folder.js';
import { ImportRepository, type ImportChange, type ImportRow } from '../../persistence/history/import.repository.js';
import { LayerRepository } from '../../persistence/history/layer.repository.js';
import { PieceRepository } from '../../persistence/history/piece.repository.js';
import { UNDOABLE_MS } from './limits.js';

/** What a person does with an import that is checked; a check has its own way in. */
export type PressedStep = Exclude<ImportStep, 'check'>;

const ACTIONS: Readonly<Partial<Record<PressedStep, AuditAction>>> = { run: 'history.run', undo: 'history.undo-asked', cancel: 'history.cancelled' };

/** Where an import stands, for what may be done with it. */
export function standingOf({ state, isPaused, added, replaced, undoableUntil }: Pick<ImportRow, 'state' | 'isPaused' | 'added' | 'replaced' | 'undoableUntil'>, now: Date): ImportStanding {
  return { state, isPaused, hasWritten: added + replaced > 0, isUndoable: undoableUntil !== null && undoableUntil > now };
}

/**
 * Runs an import that was checked, pauses it, goes on with it, gives it up or takes it back. The worker heeds it between two of its steps. Pressing a button twice
 * fails the second time with HISTORY.STATE and does nothing.
 */
@Injectable()
export class StepImport {
  constructor(
    private readonly db: TenantDb,
    private readonly imports: ImportRepository,
    private readonly pieces: PieceRepository,
    private readonly layers: LayerRepository,
    private readonly folder: ImportFolder,
  ) {}

  /** @throws AppError (not-found) HISTORY.NOT_FOUND; (conflict) HISTORY.STATE */
  async execute(actor: TenantActor, importId: string, step: PressedStep): Promise<ImportRow> {
    demand(actor, 'telemetry:import');
    const row = await this.db.transaction(actor, async (tx) => {
      const before = await this.imports.getForUpdate(tx, importId);
      if (!mayStep(step, standingOf(before, tx.now))) throw conflict('HISTORY.STATE', 'The import is not where this could be done.', { state: before.state });
      await this.imports.change(tx, importId, await this.changeOf(tx, step, before));
      const after = await this.imports.get(tx, importId);
      if (isAtWork(after)) await tx.enqueue(importHistory, { importId });
      const action = ACTIONS[step];
      if (action) await tx.audit(action, { importId, file: before.fileName });
      return after;
    });
    if (row.state === 'cancelled') await this.folder.remove(actor.tenantId, importId);
    return row;
  }

  private async changeOf(tx: TenantTx, step: PressedStep, { id }: ImportRow): Promise<ImportChange> {
    switch (step) {
      case 'pause':
        return { isPaused: true };
      case 'resume':
        return { isPaused: false };
      case 'run':
        return { state: 'running', isPaused: false, phaseAt: tx.now, piecesTotal: await this.pieces.count(tx, id), piecesDone: 0, undoableUntil: new Date(tx.now.getTime() + UNDOABLE_MS) };
      case 'undo':
        return { state: 'undoing', isPaused: false, phaseAt: tx.now, finishedAt: null, piecesTotal: await this.layers.count(tx, id), piecesDone: 0 };
      case 'cancel':
        return { state: 'cancelled', isPaused: false, finishedAt: tx.now };
    }
  }
}
