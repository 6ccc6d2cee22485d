import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { TenantActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { BulkActionRepository, type BulkActionRow, type BulkItemRow } from '../persistence/bulk-action.repository.js';

/** In one answer. */
const MOST_SHOWN = 20;

/** Reads what is being done to many machines, and what became of each. */
@Injectable()
export class ReadBulkActions {
  constructor(
    private readonly db: TenantDb,
    private readonly actions: BulkActionRepository,
  ) {}

  /** @throws AppError (not-found) BULK_ACTION.NOT_FOUND */
  one(actor: TenantActor, id: string): Promise<BulkActionRow> {
    return this.db.read(actor, (tx) => this.actions.get(tx, id));
  }

  /** The latest 20. */
  latest(actor: TenantActor): Promise<BulkActionRow[]> {
    return this.db.read(actor, (tx) => this.actions.latest(tx, MOST_SHOWN));
  }

  /** Machine by machine, those that were refused first. */
  results(actor: TenantActor, id: string, args: { readonly first?: number | null | undefined; readonly after?: string | null | undefined }): Promise<Page<BulkItemRow>> {
    const request = pageRequest(args, ['integer', 'text', 'uuid']);
    return this.db.read(actor, async (tx) => toPage(await this.actions.results(tx, id, request), request.limit, ({ rank, name, deviceId }) => [String(rank), name, deviceId]));
  }
}
