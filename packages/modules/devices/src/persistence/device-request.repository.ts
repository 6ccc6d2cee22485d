import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import { statesThat } from '@tenon/domain/life';
import type { ErrorDetails, TenantId } from '@tenon/kernel';

/** A machine that a gateway asks for. */
export interface ChildRequest {
  readonly id: string;
  readonly parentId: string;
  /** By whom it is asked for. */
  readonly askerName: string;
  readonly parentMode: string;
  readonly name: string;
  /** The company's device type of the name that the gateway said; null where there is none. */
  readonly typeId: string | null;
}

/** A machine that asks for itself, by a key. */
export interface OwnRequest {
  readonly id: string;
  readonly parentId: null;
  readonly keyId: string;
  readonly askerName: string;
  /** Null where one is to be made. */
  readonly name: string | null;
  readonly wantsGateway: boolean;
  readonly tokenDigest: Buffer;
  readonly tokenPrefix: string;
  /** Where what it is let in by is a certificate. */
  readonly certificateSerial: string | null;
  readonly certificateUntil: Date | null;
}

export type DeviceRequestRow = ChildRequest | OwnRequest;

const SELECT = `SELECT r.id, r.parent_id AS "parentId", coalesce(g.name, k.name) AS "askerName", g.gateway_mode AS "parentMode", r.name, t.id AS "typeId",
    r.key_id AS "keyId", r.wants_gateway AS "wantsGateway", r.token_digest AS "tokenDigest", r.token_prefix AS "tokenPrefix", r.certificate_serial AS "certificateSerial", r.certificate_until AS "certificateUntil"
  FROM device_request r LEFT JOIN device g ON g.tenant_id = r.tenant_id AND g.id = r.parent_id
  LEFT JOIN provisioning_key k ON k.tenant_id = r.tenant_id AND k.id = r.key_id
  LEFT JOIN device_type t ON t.tenant_id = r.tenant_id AND t.name = r.type_name
  WHERE r.tenant_id = $1 AND r.state = 'asked'`;

/** Machines that are asked for, as the worker deals with them. */
@Injectable()
export class DeviceRequestRepository {
  /** Companies in which something is asked for, of those whose machines are let in. */
  async companies(tx: SystemTx): Promise<TenantId[]> {
    const rows = await tx.sql<{ id: TenantId }>(`SELECT t.id FROM tenant t WHERE t.state = ANY ($1) AND EXISTS (SELECT 1 FROM device_request r WHERE r.tenant_id = t.id AND r.state = 'asked')`, [statesThat('takesTelemetry')]);
    return rows.map(({ id }) => id);
  }

  /** Those asked for longest. */
  list(tx: TenantTx, limit: number): Promise<DeviceRequestRow[]> {
    return tx.sql<DeviceRequestRow>(`${SELECT} ORDER BY r.at, r.id LIMIT $2`, [tx.tenantId, limit]);
  }

  /** The same one by its id, locked until the transaction ends; undefined where it is dealt with already, or just now by another worker. */
  async takeForUpdate(tx: TenantTx, id: string): Promise<DeviceRequestRow | undefined> {
    const [row] = await tx.sql<DeviceRequestRow>(`${SELECT} AND r.id = $2 FOR UPDATE OF r SKIP LOCKED`, [tx.tenantId, id]);
    return row;
  }

  /** It is there. */
  async delete(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('DELETE FROM device_request WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id]);
  }

  /** It is there, and whoever asked is to hear so. */
  async settle(tx: TenantTx, id: string): Promise<void> {
    await tx.execute(`UPDATE device_request SET state = 'done', at = now() WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id]);
  }

  async refuse(tx: TenantTx, id: string, { code, details }: { readonly code: string; readonly details: ErrorDetails }): Promise<void> {
    await tx.execute(`UPDATE device_request SET state = 'refused', code = $3, details = $4, at = now() WHERE tenant_id = $1 AND id = $2 AND state = 'asked'`, [tx.tenantId, id, code, JSON.stringify(details)]);
  }

  /** Deletes those that were answered before an instant. */
  async forget(tx: SystemTx, before: Date): Promise<void> {
    await tx.execute(`DELETE FROM device_request WHERE state <> 'asked' AND at < $1`, [before]);
  }
}
