import { Injectable } from '@nestjs/common';
import { actOnMachines } from '@tenon/contracts/jobs';
import { TenantDb, type TenantTx } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { conflict, DAY_MS, invalid, isUuid, limited } from '@tenon/kernel';
import type { DeviceFilter } from '../../persistence/device-conditions.js';
import { BulkActionRepository, type BulkActionRow } from '../persistence/bulk-action.repository.js';
import { BulkTarget, type WantedTarget } from './bulk-target.js';
import { bulkAuthor } from './bulk-author.js';
import { PERMISSION_FOR } from './bulk-kind.js';
import { RunBulkAction } from './run-bulk-action.js';

/** At a time, of one company. */
const MOST_OPEN = 5;
/** Named one by one; more are chosen by what they have in common. */
const MOST_NAMED = 500;
const KEPT_MS = 30 * DAY_MS;

/** Which machines: those named, or all that match, of which somebody saw how many there are. */
export type Chosen = { readonly deviceIds: readonly string[] } | { readonly filter: DeviceFilter; readonly expected: number };

/** Something to be done to many machines. */
export interface WantedBulkAction extends WantedTarget {
  readonly chosen: Chosen;
}

/** Settles what is to be done to which machines, promises it, and does the first of them at once, so that a few are done when the answer comes. Each repetition does it once more, which finds nothing left to do. */
@Injectable()
export class StartBulkAction {
  constructor(
    private readonly db: TenantDb,
    private readonly actions: BulkActionRepository,
    private readonly target: BulkTarget,
    private readonly run: RunBulkAction,
  ) {}

  /**
   * @throws AppError (forbidden) AUTH.FORBIDDEN; (invalid) BULK_ACTION.NOTHING, BULK_ACTION.TOO_MANY_NAMED; (conflict) BULK_ACTION.OUTRUN where another number of machines
   * matches than was seen; (limited) BULK_ACTION.TOO_MANY_OPEN; as BulkTarget
   */
  async execute(actor: TenantActor, wanted: WantedBulkAction): Promise<BulkActionRow> {
    demand(actor, PERMISSION_FOR[wanted.kind]);
    const { id } = await this.promise(actor, wanted);
    await this.run.begin(actor, id);
    return this.db.read(actor, (tx) => this.actions.get(tx, id));
  }

  private promise(actor: TenantActor, { chosen, ...wanted }: WantedBulkAction): Promise<BulkActionRow> {
    const author = bulkAuthor(actor);
    return this.db.transaction(actor, async (tx) => {
      if ((await this.actions.countOpen(tx)) >= MOST_OPEN) throw limited('BULK_ACTION.TOO_MANY_OPEN', `At most ${MOST_OPEN} are under way at a time.`, { limit: MOST_OPEN });
      await this.actions.deleteFinished(tx, new Date(tx.now.getTime() - KEPT_MS));
      const id = tx.newId();
      await this.actions.insert(tx, { id, kind: wanted.kind, parameters: await this.target.find(tx, wanted), author });
      await this.settle(tx, id, chosen);
      const action = await this.actions.get(tx, id);
      await tx.audit('bulk-action.begun', { bulkActionId: id, kind: action.kind, ...action.parameters, machines: action.total });
      await tx.enqueue(actOnMachines, { bulkActionId: id });
      return action;
    });
  }

  private async settle(tx: TenantTx, id: string, chosen: Chosen): Promise<void> {
    const named = 'deviceIds' in chosen ? [...new Set(chosen.deviceIds)] : undefined;
    if (named && named.length > MOST_NAMED) throw invalid('BULK_ACTION.TOO_MANY_NAMED', `At most ${MOST_NAMED} machines are named one by one.`, { limit: MOST_NAMED });
    const total = await this.actions.settle(tx, id, named?.filter(isUuid) ?? ('filter' in chosen ? chosen.filter : []));
    if (total === 0) throw invalid('BULK_ACTION.NOTHING', 'No machine is meant.');
    if ('expected' in chosen && chosen.expected !== total) throw conflict('BULK_ACTION.OUTRUN', 'Other machines match now than were seen.', { expected: chosen.expected, found: total });
  }
}
