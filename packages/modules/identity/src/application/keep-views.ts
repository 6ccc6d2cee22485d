import type { Transaction } from '@tenon/db';
import { viewLook, viewName, type ViewList, type ViewLook } from '@tenon/domain/identity';
import { conflict } from '@tenon/kernel';
import type { ViewRow, ViewShelf } from '../persistence/view-shelf.js';

/** A menu of more is searched longer than the list. */
const MOST_VIEWS = 30;

/** A view that somebody wants to keep. */
export interface WantedView {
  readonly list: ViewList;
  readonly name: string;
  readonly look: ViewLook;
  readonly isDefault: boolean;
}

/** What of a view is to be another; what is left out stays. */
export interface ViewChanges {
  readonly id: string;
  readonly name?: string | undefined;
  readonly look?: ViewLook | undefined;
  readonly isDefault?: boolean | undefined;
}


/** Views of one person in a transaction of theirs; used by whoever opens it. */
export class PersonViews<Tx extends Transaction & { newId(): string }> {
  constructor(
    private readonly shelf: ViewShelf<Tx>,
    private readonly tx: Tx,
    private readonly whose: readonly string[],
  ) {}

  list(list: ViewList): Promise<ViewRow[]> {
    return this.shelf.list(this.tx, this.whose, list);
  }

  /** @throws AppError as viewName, viewLook; (conflict) VIEW.NAME_TAKEN, VIEW.TOO_MANY above 30 a list */
  async add({ list, name, look, isDefault }: WantedView): Promise<ViewRow> {
    const view = { id: this.tx.newId(), list, name: viewName(name), look: viewLook(look), isDefault };
    await this.shelf.lock(this.tx, this.whose);
    const there = await this.list(list);
    if (there.length >= MOST_VIEWS) throw conflict('VIEW.TOO_MANY', `A list has at most ${MOST_VIEWS} views.`, { limit: MOST_VIEWS });
    demandFree(there, view);
    if (isDefault) await this.shelf.clearDefault(this.tx, this.whose, list);
    await this.shelf.insert(this.tx, this.whose, view);
    return view;
  }

  /** @throws AppError VIEW.NOT_FOUND; as {@link add} */
  async change({ id, name, look, isDefault }: ViewChanges): Promise<{ before: ViewRow; after: ViewRow }> {
    await this.shelf.lock(this.tx, this.whose);
    const before = await this.shelf.getForUpdate(this.tx, this.whose, id);
    const after = { ...before, name: viewName(name ?? before.name), look: viewLook(look ?? before.look), isDefault: isDefault ?? before.isDefault };
    demandFree(await this.list(before.list), after);
    if (after.isDefault && !before.isDefault) await this.shelf.clearDefault(this.tx, this.whose, before.list);
    await this.shelf.save(this.tx, this.whose, after);
    return { before, after };
  }

  /** @throws AppError (not-found) VIEW.NOT_FOUND */
  async remove(id: string): Promise<ViewRow> {
    const before = await this.shelf.getForUpdate(this.tx, this.whose, id);
    await this.shelf.delete(this.tx, this.whose, id);
    return before;
  }
}

function demandFree(there: readonly ViewRow[], { id, name }: ViewRow): void {
  if (there.some((other) => other.name === name && other.id !== id)) throw conflict('VIEW.NAME_TAKEN', 'Another view of this list has this name.', { name });
}
