import { Injectable } from '@nestjs/common';
import { actOnMachines } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { SystemActor, TenantActor } from '@tenon/domain/identity';
import { AppError } from '@tenon/kernel';
import { TypedDeviceRepository } from '../../types/persistence/typed-device.repository.js';
import { BulkActionRepository } from '../persistence/bulk-action.repository.js';
import { actingAs } from './bulk-author.js';
import { BulkActs } from './bulk-acts.js';

/** In one transaction: short enough that nobody waits long for a machine. */
const AT_ONCE = 100;

/** Does to many machines what was asked for, some at a time, each with what became of it. In the trail it is whoever asked that did it. */
@Injectable()
export class RunBulkAction {
  constructor(
    private readonly db: TenantDb,
    private readonly actions: BulkActionRepository,
    private readonly machines: TypedDeviceRepository,
    private readonly acts: BulkActs,
  ) {}

  /** Goes on where an earlier run was; what is finished is left alone. */
  async execute(system: SystemActor, id: string, signal: AbortSignal): Promise<void> {
    const asked = await this.db.read(system, (tx) => this.actions.get(tx, id)).catch((error: unknown) => {
      // Forgotten with its company, or by age.
      if (error instanceof AppError && error.kind === 'not-found') return undefined;
      throw error;
    });
    if (!asked) return;
    const actor = actingAs(asked.author, system.tenantId, actOnMachines.name);
    while (await this.step(actor, id)) signal.throwIfAborted();
  }

  /** Does the first some, as whoever asked. What stops it is no answer to them: the job that was promised goes on with it. */
  async begin(actor: TenantActor, id: string): Promise<void> {
    await this.step(actor, id).catch(() => false);
  }

  /** Does the next some. @returns whether there may be more */
  private async step(actor: TenantActor, id: string): Promise<boolean> {
    try {
      return await this.db.transaction(actor, (tx) => this.within(tx, id));
    } catch (error) {
      // What it is about is gone, or will not do: so for each of them. What may pass is for the next attempt.
      if (!(error instanceof AppError) || error.kind === 'unavailable' || error.kind === 'bug') throw error;
      return this.db.transaction(actor, (tx) => this.refuse(tx, id, error.code));
    }
  }

  private async within(tx: TenantTx, id: string): Promise<boolean> {
    const action = await this.actions.takeForUpdate(tx, id);
    if (!action) return false;
    const ids = await this.actions.waiting(tx, id, AT_ONCE);
    const there = new Set((await this.machines.lock(tx, ids)).map((device) => device.id));
    await this.actions.note(tx, id, await this.acts.execute(tx, action, ids, there));
    return this.goOn(tx, id, ids.length);
  }

  private async refuse(tx: TenantTx, id: string, code: string): Promise<boolean> {
    if (!(await this.actions.takeForUpdate(tx, id))) return false;
    const ids = await this.actions.waiting(tx, id, AT_ONCE);
    await this.actions.note(tx, id, ids.map((deviceId) => ({ deviceId, outcome: 'refused', code })));
    return this.goOn(tx, id, ids.length);
  }

  private async goOn(tx: TenantTx, id: string, taken: number): Promise<boolean> {
    if (taken === AT_ONCE) return true;
    await this.actions.finish(tx, id);
    return false;
  }
}
