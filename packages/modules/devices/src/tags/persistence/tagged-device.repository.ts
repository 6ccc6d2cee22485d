import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** A machine, and the tags it has. */
export interface TaggedDevice {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly { readonly id: string; readonly name: string }[];
}

const TAGS = `SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY lower(t.name)), '[]') FROM device_tag u JOIN tag t ON t.tenant_id = u.tenant_id AND t.id = u.tag_id WHERE u.tenant_id = d.tenant_id AND u.device_id = d.id`;

/** Which machine has which tags. */
@Injectable()
export class TaggedDeviceRepository {
  /** These machines with their tags by name, in the order of their ids. */
  list(tx: TenantTx, ids: readonly string[]): Promise<TaggedDevice[]> {
    return tx.sql<TaggedDevice>(`SELECT d.id, d.name, (${TAGS}) AS tags FROM device d WHERE d.tenant_id = $1 AND d.id = ANY ($2::uuid[]) ORDER BY d.id`, [tx.tenantId, ids]);
  }

  /** The same, and nobody else changes the machines until the transaction ends. */
  async lock(tx: TenantTx, ids: readonly string[]): Promise<TaggedDevice[]> {
    await tx.sql('SELECT 1 FROM device WHERE tenant_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR NO KEY UPDATE', [tx.tenantId, ids]);
    return this.list(tx, ids);
  }

  /** Gives machines tags that they have not: pairs of a machine and a tag. */
  async add(tx: TenantTx, pairs: readonly (readonly [deviceId: string, tagId: string])[]): Promise<void> {
    await tx.execute('INSERT INTO device_tag (tenant_id, device_id, tag_id) SELECT $1, p.d, p.t FROM unnest($2::uuid[], $3::uuid[]) AS p (d, t) ON CONFLICT DO NOTHING', [tx.tenantId, pairs.map(([id]) => id), pairs.map(([, id]) => id)]);
  }

  async remove(tx: TenantTx, pairs: readonly (readonly [deviceId: string, tagId: string])[]): Promise<void> {
    await tx.execute('DELETE FROM device_tag u USING unnest($2::uuid[], $3::uuid[]) AS p (d, t) WHERE u.tenant_id = $1 AND u.device_id = p.d AND u.tag_id = p.t', [tx.tenantId, pairs.map(([id]) => id), pairs.map(([, id]) => id)]);
  }

  /** Gives whoever has one tag another instead; gives how many machines had it. */
  replace(tx: TenantTx, tagId: string, byId: string): Promise<number> {
    return tx.execute('INSERT INTO device_tag (tenant_id, device_id, tag_id) SELECT tenant_id, device_id, $3 FROM device_tag WHERE tenant_id = $1 AND tag_id = $2 ON CONFLICT DO NOTHING', [tx.tenantId, tagId, byId]);
  }
}
