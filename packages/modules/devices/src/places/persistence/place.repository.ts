import { Injectable } from '@nestjs/common';
import { isUniqueViolation, sqlFault, type TenantTx } from '@tenon/db';
import type { PlaceKind, PlaceNode } from '@tenon/domain/places';
import { conflict, isUuid, notFound } from '@tenon/kernel';

/** A place as it is kept. */
export interface PlaceRow extends PlaceNode {
  readonly name: string;
  readonly position: number;
  readonly timeZone: string | null;
}

/** What may be said of a place besides where it lies. */
export type PlaceWords = Pick<PlaceRow, 'name' | 'kind' | 'timeZone'>;

const COLUMNS = 'p.id, p.parent_id AS "parentId", p.kind, p.name, p.position, p.time_zone AS "timeZone"';
const FOREIGN_KEY = '23503';

/** The places of the transaction's company: a row names the one it lies in, and the tree, of at most 2,000, is read whole. */
@Injectable()
export class PlaceRepository {
  /** Every place, those side by side in their order. */
  all(tx: TenantTx): Promise<PlaceRow[]> {
    return tx.sql<PlaceRow>(`SELECT ${COLUMNS} FROM place p WHERE p.tenant_id = $1 ORDER BY p.position, p.name`, [tx.tenantId]);
  }

  /** The same, and nobody else changes the tree until the transaction ends: what was judged by the whole of it stays true. */
  async allForUpdate(tx: TenantTx): Promise<PlaceRow[]> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.places ' || $1, 0))`, [tx.tenantId]);
    return this.all(tx);
  }

  /** These places and all around them, by the id asked for, the outermost first. */
  async pathsTo(tx: TenantTx, ids: readonly string[]): Promise<Map<string, PlaceRow[]>> {
    const rows = await tx.sql<PlaceRow & { of: string }>(
      `WITH RECURSIVE up AS (
         SELECT p.id AS of, ${COLUMNS.replaceAll(/ AS "\w+"/g, '')}, 0 AS step FROM place p WHERE p.tenant_id = $1 AND p.id = ANY ($2::uuid[])
         UNION ALL SELECT up.of, ${COLUMNS.replaceAll(/ AS "\w+"/g, '')}, up.step + 1 FROM up JOIN place p ON p.tenant_id = $1 AND p.id = up.parent_id)
       SELECT p.of, ${COLUMNS} FROM up p ORDER BY p.step DESC`,
      [tx.tenantId, ids],
    );
    const paths = new Map<string, PlaceRow[]>();
    for (const { of, ...place } of rows) paths.set(of, [...(paths.get(of) ?? []), place]);
    return paths;
  }

  /** Holds a place, so that it is not deleted before the transaction ends. @throws AppError (not-found) PLACE.NOT_FOUND, for another company's too */
  async hold(tx: TenantTx, id: string): Promise<{ readonly name: string }> {
    const [place] = isUuid(id) ? await tx.sql<{ name: string }>('SELECT name FROM place WHERE tenant_id = $1 AND id = $2 FOR KEY SHARE', [tx.tenantId, id]) : [];
    if (!place) throw notFound('PLACE.NOT_FOUND', 'There is no such place.');
    return place;
  }

  /** @throws AppError (conflict) PLACE.NAME_TAKEN by another beside it */
  async insert(tx: TenantTx, { id, parentId, kind, name, position, timeZone }: PlaceRow): Promise<void> {
    await this.named(name, () =>
      tx.execute('INSERT INTO place (tenant_id, id, parent_id, kind, name, position, time_zone, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [tx.tenantId, id, parentId, kind, name, position, timeZone, tx.now]),
    );
  }

  /** @throws AppError (conflict) PLACE.NAME_TAKEN */
  async describe(tx: TenantTx, id: string, { name, kind, timeZone }: PlaceWords): Promise<void> {
    await this.named(name, () => tx.execute('UPDATE place SET name = $3, kind = $4, time_zone = $5 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, name, kind satisfies PlaceKind, timeZone]));
  }

  /** Moves a place, with all that lies in it, and gives those beside it their ranks. @throws AppError (conflict) PLACE.NAME_TAKEN where it comes to lie */
  async move(tx: TenantTx, { id, name }: PlaceRow, parentId: string | null, order: readonly string[]): Promise<void> {
    await this.named(name, () => tx.execute('UPDATE place SET parent_id = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, parentId]));
    await tx.execute('UPDATE place p SET position = o.rank FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, rank) WHERE p.tenant_id = $1 AND p.id = o.id', [tx.tenantId, order]);
  }

  /** @throws AppError (conflict) PLACE.NOT_EMPTY where a machine came to stand in it meanwhile */
  async delete(tx: TenantTx, id: string): Promise<void> {
    try {
      await tx.execute('DELETE FROM place WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
    } catch (error) {
      if (sqlFault(error)?.state === FOREIGN_KEY) throw conflict('PLACE.NOT_EMPTY', 'Something is in this place.');
      throw error;
    }
  }

  private async named(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('PLACE.NAME_TAKEN', 'Another place beside it has this name.', { name });
      throw error;
    }
  }
}
