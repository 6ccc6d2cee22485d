import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type SystemTx } from '@tenon/db';
import { statesThat } from '@tenon/domain/life';
import { conflict, type TenantId } from '@tenon/kernel';

/** By what a release is found: the code's digest, or a machine's name with the digest of its secret. */
export type FoundBy = { readonly codeDigest: Uint8Array } | { readonly name: string; readonly secretDigest: Uint8Array };

/** A release that may be taken, and the machine of it. */
export interface OpenHandover {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly companyName: string;
  readonly deviceId: string;
  readonly name: string;
  readonly gatewayMode: string;
  readonly parentId: string | null;
  readonly keepsCredentials: boolean;
  readonly expiresAt: Date;
}

/** A machine that goes, to the company that takes it. */
export interface GoingMachine {
  readonly from: TenantId;
  readonly to: TenantId;
  readonly formerId: string;
  readonly id: string;
  readonly name: string;
  readonly gatewayMode: string;
  /** Where it stands behind a gateway that goes too. */
  readonly behind: { readonly gatewayId: string; readonly knownAs: string } | null;
}

/** One that stands behind a gateway that goes. */
export interface GoingChild {
  readonly id: string;
  readonly name: string;
  readonly knownAs: string;
}

const OPEN = `SELECT h.id, h.tenant_id AS "tenantId", t.name AS "companyName", d.id AS "deviceId", d.name, d.gateway_mode AS "gatewayMode", d.parent_id AS "parentId", h.keeps_credentials AS "keepsCredentials",
    LEAST(h.expires_at, h.secret_until) AS "expiresAt"
  FROM device_handover h JOIN device d ON d.tenant_id = h.tenant_id AND d.id = h.device_id JOIN tenant t ON t.id = h.tenant_id
  WHERE h.withdrawn_at IS NULL AND h.taken_at IS NULL AND h.expires_at > $1 AND d.retired_at IS NULL AND t.state = ANY ($2)`;

/** Machines that go from one company to another, in a transaction that sees both. */
@Injectable()
export class TakingRepository {
  /** The one release that is open and found by this; undefined where there is none, or where two machines of one name told one secret. */
  async find(tx: SystemTx, by: FoundBy): Promise<OpenHandover | undefined> {
    const params: unknown[] = [tx.now, statesThat('takesTelemetry')];
    const rows =
      'codeDigest' in by
        ? await tx.sql<OpenHandover>(`${OPEN} AND h.code_digest = $3`, [...params, by.codeDigest])
        : await tx.sql<OpenHandover>(`${OPEN} AND h.secret_digest = $3 AND h.secret_until > $1 AND d.name = $4 LIMIT 2`, [...params, by.secretDigest, by.name]);
    return rows.length === 1 ? rows[0] : undefined;
  }

  /** Locks release and machine until the transaction ends, so that of two that take it at once one finds it gone. */
  async lock(tx: SystemTx, { tenantId, id, deviceId }: OpenHandover): Promise<void> {
    await tx.sql('SELECT 1 FROM device WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, deviceId]);
    await tx.sql('SELECT 1 FROM device_handover WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tenantId, id]);
  }

  async countChildren(tx: SystemTx, { tenantId, deviceId }: OpenHandover): Promise<number> {
    const [row] = await tx.sql<{ count: number }>('SELECT count(*)::int AS count FROM device WHERE tenant_id = $1 AND parent_id = $2 AND retired_at IS NULL', [tenantId, deviceId]);
    return row?.count ?? 0;
  }

  /** What stands behind a gateway and is in use, locked until the transaction ends; no more than go with it. */
  children(tx: SystemTx, { tenantId, deviceId }: OpenHandover, limit: number): Promise<GoingChild[]> {
    return tx.sql<GoingChild>('SELECT id, name, known_as AS "knownAs" FROM device WHERE tenant_id = $1 AND parent_id = $2 AND retired_at IS NULL ORDER BY id LIMIT $3 FOR UPDATE', [tenantId, deviceId, limit]);
  }

  async companyName(tx: SystemTx, tenantId: TenantId): Promise<string> {
    const [row] = await tx.sql<{ name: string }>('SELECT name FROM tenant WHERE id = $1', [tenantId]);
    return row?.name ?? '';
  }

  /** Which of these names the company's machines have. */
  async takenNames(tx: SystemTx, tenantId: TenantId, names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.sql<{ name: string }>('SELECT name FROM device WHERE tenant_id = $1 AND name = ANY ($2)', [tenantId, names]);
    return new Set(rows.map(({ name }) => name));
  }

  /** Lets the machine begin anew at its new company, and ends it at its former one: nothing is there of it but its name. @throws AppError (conflict) DEVICE.NAME_TAKEN */
  async move(tx: SystemTx, { from, to, formerId, id, name, gatewayMode, behind }: GoingMachine): Promise<void> {
    try {
      await tx.execute(`INSERT INTO device (tenant_id, id, name, kind, gateway_mode, parent_id, known_as) VALUES ($1, $2, $3, 'machine', $4, $5, $6)`, [to, id, name, gatewayMode, behind?.gatewayId ?? null, behind?.knownAs ?? null]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('DEVICE.NAME_TAKEN', 'Another machine has this name.', { name });
      throw error;
    }
    await tx.execute('UPDATE device SET retired_at = $3 WHERE tenant_id = $1 AND id = $2', [from, formerId, tx.now]);
  }

  /** What lets the machine in becomes its new company's: the digest stays, so it is let in as before. Certificates of an authority are its former company's word, and stay. */
  async moveTokens(tx: SystemTx, { from, to, formerId, id }: GoingMachine): Promise<void> {
    await tx.execute('UPDATE device_token SET tenant_id = $3, device_id = $4 WHERE tenant_id = $1 AND device_id = $2 AND revoked_at IS NULL', [from, formerId, to, id]);
    await tx.execute('UPDATE device_certificate SET tenant_id = $3, device_id = $4 WHERE tenant_id = $1 AND device_id = $2 AND authority_id IS NULL AND revoked_at IS NULL', [from, formerId, to, id]);
  }

  /** What let the machine in lets nobody in any more; it has another token from now on. */
  async replaceTokens(tx: SystemTx, { from, to, formerId, id }: GoingMachine, { digest, prefix }: { readonly digest: Uint8Array; readonly prefix: string }): Promise<void> {
    await tx.execute('UPDATE device_token SET revoked_at = $3 WHERE tenant_id = $1 AND device_id = $2 AND revoked_at IS NULL', [from, formerId, tx.now]);
    await tx.execute('UPDATE device_certificate SET revoked_at = $3 WHERE tenant_id = $1 AND device_id = $2 AND authority_id IS NULL AND revoked_at IS NULL', [from, formerId, tx.now]);
    await tx.execute('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $3, $4, $5)', [to, tx.newId(), id, digest, prefix]);
  }

  /** What was open of machines that went is over: of the one itself it is taken. */
  async settle(tx: SystemTx, { tenantId, id }: OpenHandover, { takerName, formerIds }: { readonly takerName: string; readonly formerIds: readonly string[] }): Promise<void> {
    await tx.execute('UPDATE device_handover SET taken_at = $3, taker_name = $4 WHERE tenant_id = $1 AND id = $2', [tenantId, id, tx.now, takerName]);
    await tx.execute('UPDATE device_handover SET withdrawn_at = $3 WHERE tenant_id = $1 AND device_id = ANY ($2::uuid[]) AND withdrawn_at IS NULL AND taken_at IS NULL', [tenantId, formerIds, tx.now]);
  }
}
