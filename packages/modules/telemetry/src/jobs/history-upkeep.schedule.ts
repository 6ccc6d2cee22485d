import { Inject, Injectable } from '@nestjs/common';
import { SystemDb, TenantDb } from '@tenon/db';
import { isAtWork } from '@tenon/domain/history';
import { systemActor } from '@tenon/domain/identity';
import { HOUR_MS, MINUTE_MS, type TenantId } from '@tenon/kernel';
import { LOG, Schedule } from '@tenon/nest';
import type { Log } from '@tenon/runtime';
import { WAITS_MS } from '../application/history/limits.js';
import { ImportStore } from '../application/history/read-file.js';
import { LayerRepository } from '../persistence/history/layer.repository.js';

const EVERY_MS = HOUR_MS;
const AFTER_FAILURE_MS = 5 * MINUTE_MS;
const BATCH = 20_000;

/**
 * Every hour gives up imports that nobody went on with for a week, and forgets of those that can no longer be taken back what that would need.
 * Doing it again, or in several workers, finds nothing left.
 */
@Injectable()
export class HistoryUpkeepSchedule extends Schedule {
  constructor(
    private readonly system: SystemDb,
    private readonly db: TenantDb,
    private readonly store: ImportStore,
    private readonly layers: LayerRepository,
    @Inject(LOG) log: Log,
  ) {
    super(log, { everyMs: EVERY_MS, afterFailureMs: AFTER_FAILURE_MS, failureEvent: 'telemetry.history-upkeep-failed' });
  }

  async execute(now: Date): Promise<void> {
    const over = await this.system.run('telemetry: imports of history that are over', (tx) => this.store.imports.listOver(tx, new Date(now.getTime() - WAITS_MS)));
    for (const each of over) await this.close(each);
  }

  private async close({ tenantId, id }: { readonly tenantId: TenantId; readonly id: string }): Promise<void> {
    const actor = systemActor(tenantId);
    const isOver = await this.db.transaction(actor, async (tx) => {
      const row = await this.store.imports.getForUpdate(tx, id);
      // What a worker is at is not over, however long it takes.
      if (isAtWork(row)) return false;
      const isWritten = row.undoableUntil !== null;
      await this.store.imports.change(tx, id, isWritten ? { undoableUntil: null, ...(row.state === 'running' && { state: 'failed', finishedAt: tx.now, isPaused: false }) } : { state: 'cancelled', finishedAt: tx.now });
      return true;
    });
    if (!isOver) return;
    await this.store.folder.remove(tenantId, id);
    while ((await this.db.transaction(actor, (tx) => this.store.pieces.forget(tx, id, BATCH))) > 0);
    while ((await this.db.transaction(actor, (tx) => this.layers.forget(tx, id, BATCH))) > 0);
  }
}
