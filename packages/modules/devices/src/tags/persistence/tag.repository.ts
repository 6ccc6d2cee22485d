import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';

/** A tag, and how many machines have it, those out of use among them. */
export interface TagRow {
  readonly id: string;
  readonly name: string;
  readonly machineCount: number;
}

const SELECT = `SELECT t.id, t.name, (SELECT count(*)::int FROM device_tag u WHERE u.tenant_id = t.tenant_id AND u.tag_id = t.id) AS "machineCount" FROM tag t WHERE t.tenant_id = $1`;

/** The tags of the transaction's company. */
@Injectable()
export class TagRepository {
  /** Every tag, by name. */
  all(tx: TenantTx): Promise<TagRow[]> {
    return tx.sql<TagRow>(`${SELECT} ORDER BY lower(t.name)`, [tx.tenantId]);
  }

  /** Nobody else makes or unmakes a tag of the company until the transaction ends. */
  async hold(tx: TenantTx): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.tags ' || $1, 0))`, [tx.tenantId]);
  }

  /** @throws AppError (not-found) TAG.NOT_FOUND, for another company's too */
  async get(tx: TenantTx, id: string): Promise<TagRow> {
    const [tag] = isUuid(id) ? await tx.sql<TagRow>(`${SELECT} AND t.id = $2`, [tx.tenantId, id]) : [];
    if (!tag) throw notFound('TAG.NOT_FOUND', 'There is no such tag.');
    return tag;
  }

  /** Those of these that there are, whatever the case of their letters. */
  findByNames(tx: TenantTx, names: readonly string[]): Promise<Omit<TagRow, 'machineCount'>[]> {
    return tx.sql<TagRow>('SELECT id, name FROM tag WHERE tenant_id = $1 AND lower(name) = ANY (SELECT lower(n) FROM unnest($2::text[]) AS n)', [tx.tenantId, names]);
  }

  async count(tx: TenantTx): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM tag WHERE tenant_id = $1', [tx.tenantId]);
    return row?.count ?? 0;
  }

  async insert(tx: TenantTx, names: readonly string[]): Promise<void> {
    await tx.execute('INSERT INTO tag (tenant_id, id, name, created_at) SELECT $1, n.id, n.name, $4 FROM unnest($2::uuid[], $3::text[]) AS n (id, name)', [tx.tenantId, names.map(() => tx.newId()), names, tx.now]);
  }

  /** @throws AppError (conflict) TAG.NAME_TAKEN */
  async rename(tx: TenantTx, id: string, name: string): Promise<void> {
    try {
      await tx.execute('UPDATE tag SET name = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, name]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('TAG.NAME_TAKEN', 'Another tag has this name.', { name });
      throw error;
    }
  }

  /** Machines lose it with it. */
  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM tag WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }
}
