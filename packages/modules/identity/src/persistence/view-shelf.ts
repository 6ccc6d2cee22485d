import type { ViewList, ViewLook } from '@tenon/domain/identity';
import type { Transaction } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';

/** A view as it is kept. */
export interface ViewRow {
  readonly id: string;
  readonly list: ViewList;
  readonly name: string;
  readonly look: ViewLook;
  /** What the list begins with; one of a list at most. */
  readonly isDefault: boolean;
}

interface Columns extends Omit<ViewRow, 'look'> {
  readonly query: string;
  readonly sortColumn: string | null;
  readonly isDescending: boolean;
  readonly hiddenColumns: string[];
}

const SELECTED = `id, list, name, query, sort_column AS "sortColumn", is_descending AS "isDescending", hidden_columns AS "hiddenColumns", is_default AS "isDefault"`;

function shown({ query, sortColumn, isDescending, hiddenColumns, ...row }: Columns): ViewRow {
  return { ...row, look: { query, sort: sortColumn === null ? null : { columnId: sortColumn, isDescending }, hiddenColumns } };
}

/** Views of one kind of person; `own` says by which columns a row is somebody's, whose values each question begins with. */
export class ViewShelf<Tx extends Transaction> {
  private readonly mine: string;

  constructor(
    private readonly table: 'saved_view' | 'staff_view',
    private readonly own: readonly string[],
  ) {
    this.mine = own.map((column, at) => `${column} = $${at + 1}`).join(' AND ');
  }

  /** By name. */
  async list(tx: Tx, whose: readonly string[], list: ViewList): Promise<ViewRow[]> {
    return (await tx.sql<Columns>(`SELECT ${SELECTED} FROM ${this.table} WHERE ${this.mine} AND list = ${this.next(1)} ORDER BY name, id`, [...whose, list])).map(shown);
  }

  /** @throws AppError (not-found) VIEW.NOT_FOUND, for somebody else's too */
  async getForUpdate(tx: Tx, whose: readonly string[], id: string): Promise<ViewRow> {
    const [row] = isUuid(id) ? await tx.sql<Columns>(`SELECT ${SELECTED} FROM ${this.table} WHERE ${this.mine} AND id = ${this.next(1)} FOR UPDATE`, [...whose, id]) : [];
    if (!row) throw notFound('VIEW.NOT_FOUND', 'There is no such view of yours.');
    return shown(row);
  }

  async insert(tx: Tx, whose: readonly string[], { id, list, name, look, isDefault }: ViewRow): Promise<void> {
    await tx.execute(
      `INSERT INTO ${this.table} (${this.own.join(', ')}, id, list, name, query, sort_column, is_descending, hidden_columns, is_default, created_at)
       VALUES (${this.own.map((_, at) => `$${at + 1}`).join(', ')}, ${Array.from({ length: 9 }, (_, at) => this.next(at + 1)).join(', ')})`,
      [...whose, id, list, name, look.query, look.sort?.columnId ?? null, look.sort?.isDescending ?? false, look.hiddenColumns, isDefault, tx.now],
    );
  }

  async save(tx: Tx, whose: readonly string[], { id, name, look, isDefault }: ViewRow): Promise<void> {
    await tx.execute(
      `UPDATE ${this.table} SET name = ${this.next(2)}, query = ${this.next(3)}, sort_column = ${this.next(4)}, is_descending = ${this.next(5)}, hidden_columns = ${this.next(6)}, is_default = ${this.next(7)}
       WHERE ${this.mine} AND id = ${this.next(1)}`,
      [...whose, id, name, look.query, look.sort?.columnId ?? null, look.sort?.isDescending ?? false, look.hiddenColumns, isDefault],
    );
  }

  async delete(tx: Tx, whose: readonly string[], id: string): Promise<void> {
    await tx.execute(`DELETE FROM ${this.table} WHERE ${this.mine} AND id = ${this.next(1)}`, [...whose, id]);
  }

  /** Of a list nothing is the default any more. */
  async clearDefault(tx: Tx, whose: readonly string[], list: ViewList): Promise<void> {
    await tx.execute(`UPDATE ${this.table} SET is_default = false WHERE ${this.mine} AND list = ${this.next(1)} AND is_default`, [...whose, list]);
  }

  /** Lets one transaction at a time change somebody's views, until it ends. */
  async lock(tx: Tx, whose: readonly string[]): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${this.table} ${whose.join(' ')}`]);
  }

  private next(n: number): string {
    return `$${this.own.length + n}`;
  }
}
