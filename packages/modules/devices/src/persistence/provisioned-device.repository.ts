import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict } from '@tenon/kernel';

/** A machine by whose name another asks to be let in. */
export interface NamedDevice {
  readonly id: string;
  readonly kind: string;
  readonly isRetired: boolean;
  readonly provisionedBy: string | null;
  /** Whether anything was ever heard of it. */
  readonly wasHeard: boolean;
}

/** Machines that let themselves in. */
@Injectable()
export class ProvisionedDeviceRepository {
  /** Locked until the transaction ends. */
  async findForUpdate(tx: TenantTx, name: string): Promise<NamedDevice | undefined> {
    const [device] = await tx.sql<NamedDevice>(
      `SELECT d.id, d.kind, d.retired_at IS NOT NULL AS "isRetired", d.provisioned_by AS "provisionedBy",
         EXISTS (SELECT 1 FROM device_presence p WHERE p.tenant_id = d.tenant_id AND p.device_id = d.id AND (p.last_seen_at IS NOT NULL OR p.is_connected)) AS "wasHeard"
       FROM device d WHERE d.tenant_id = $1 AND d.name = $2 FOR UPDATE OF d`,
      [tx.tenantId, name],
    );
    return device;
  }

  /** Lets it in by what has this digest. @throws AppError (conflict) PROVISION.TOKEN_NOT_FREE */
  async letIn(tx: TenantTx, deviceId: string, { keyId, tokenDigest, tokenPrefix }: { readonly keyId: string; readonly tokenDigest: Buffer; readonly tokenPrefix: string }): Promise<void> {
    try {
      await tx.execute('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $3, $4, $5)', [tx.tenantId, tx.newId(), deviceId, tokenDigest, tokenPrefix]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('PROVISION.TOKEN_NOT_FREE', 'These credentials are in use already, or were once.');
      throw error;
    }
    await tx.execute('UPDATE device SET provisioned_by = $3, provisioned_at = now() WHERE tenant_id = $1 AND id = $2', [tx.tenantId, deviceId, keyId]);
  }
}
