import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { conditionsOf, FROM, type DeviceFilter } from '../../persistence/device-conditions.js';
import { tokenDigest, tokenPrefix } from '../../persistence/device-token.repository.js';

/** A machine that may get a new token. */
export interface OwnTokenDevice {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** Tokens by the thousand, a statement for all of them. */
@Injectable()
export class ManyTokensRepository {
  /** Machines that are named, or that match, in the order of their ids, locked until the transaction ends. */
  lock(tx: TenantTx, chosen: readonly string[] | DeviceFilter, limit: number): Promise<OwnTokenDevice[]> {
    const { where, parameters } = 'search' in chosen ? conditionsOf(tx, chosen) : { where: 'd.tenant_id = $1 AND d.id = ANY ($2::uuid[])', parameters: [tx.tenantId, chosen] };
    return tx.sql<OwnTokenDevice>(`SELECT d.id, d.name, d.kind ${FROM} WHERE ${where} ORDER BY d.id LIMIT $${parameters.length + 1} FOR NO KEY UPDATE OF d`, [...parameters, limit]);
  }

  async replace(tx: TenantTx, machines: readonly { readonly id: string; readonly token: string }[]): Promise<void> {
    const ids = machines.map(({ id }) => id);
    await tx.execute('UPDATE device_token SET revoked_at = $3 WHERE tenant_id = $1 AND device_id = ANY ($2::uuid[]) AND revoked_at IS NULL', [tx.tenantId, ids, tx.now]);
    await tx.execute(
      `INSERT INTO device_token (tenant_id, id, device_id, digest, prefix, issued_at) SELECT $1, k.id, k.device_id, decode(k.digest, 'hex'), k.prefix, $6 FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS k (id, device_id, digest, prefix)`,
      [tx.tenantId, machines.map(() => tx.newId()), ids, machines.map(({ token }) => Buffer.from(tokenDigest(token)).toString('hex')), machines.map(({ token }) => tokenPrefix(token)), tx.now],
    );
  }
}
