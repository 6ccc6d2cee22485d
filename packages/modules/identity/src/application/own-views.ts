import { Injectable } from '@nestjs/common';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { UserActor, ViewList } from '@tenon/domain/identity';
import { ViewShelf, type ViewRow } from '../persistence/view-shelf.js';
import { PersonViews, type ViewChanges, type WantedView } from './keep-views.js';

const facts = ({ list, name, look, isDefault }: ViewRow): object => ({ list, name, ...look, isDefault });

/** How a person looks at lists of the company they are in, kept under names. Nobody else sees them; they go with the person. */
@Injectable()
export class OwnViews {
  private readonly shelf = new ViewShelf<TenantTx>('saved_view', ['tenant_id', 'user_id']);

  constructor(private readonly db: TenantDb) {}

  list(actor: UserActor, list: ViewList): Promise<ViewRow[]> {
    return this.db.read(actor, (tx) => this.of(tx, actor).list(list));
  }

  /** Keeps one. Repeating it fails with VIEW.NAME_TAKEN. @throws AppError as PersonViews.add */
  save(actor: UserActor, wanted: WantedView): Promise<ViewRow> {
    return this.db.transaction(actor, async (tx) => {
      const view = await this.of(tx, actor).add(wanted);
      await tx.audit('member.view-saved', { memberId: actor.userId, email: actor.email, viewId: view.id, ...facts(view) });
      return view;
    });
  }

  /** Changes one. Repeating it changes nothing more. @throws AppError as PersonViews.change */
  update(actor: UserActor, changes: ViewChanges): Promise<ViewRow> {
    return this.db.transaction(actor, async (tx) => {
      const { before, after } = await this.of(tx, actor).change(changes);
      await tx.audit('member.view-changed', { memberId: actor.userId, email: actor.email, viewId: after.id, before: facts(before), after: facts(after) });
      return after;
    });
  }

  /** Forgets one. Repeating it fails with VIEW.NOT_FOUND. */
  delete(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const view = await this.of(tx, actor).remove(id);
      await tx.audit('member.view-deleted', { memberId: actor.userId, email: actor.email, viewId: id, ...facts(view) });
      return id;
    });
  }

  private of(tx: TenantTx, { tenantId, userId }: UserActor): PersonViews<TenantTx> {
    return new PersonViews(this.shelf, tx, [tenantId, userId]);
  }
}
