import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict } from '@tenon/kernel';
import type { OwnRequest } from './device-request.repository.js';

/** A machine by whose name another asks to be let in. */
export interface NamedDevice {
  readonly id: string;
  readonly kind: string;
  readonly isRetired: boolean;
  readonly provisionedBy: string | null;
  /** Whether anything was ever heard of it. */
  readonly wasHeard: boolean;
}

/** What a machine is let in by: a token, or its certificate. */
export type LetInBy = Pick<OwnRequest, 'keyId' | 'tokenDigest' | 'tokenPrefix' | 'certificateSerial' | 'certificateUntil'>;

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

  /** What it brought along itself lets it in no more. */
  async revokeCertificates(tx: TenantTx, deviceId: string): Promise<void> {
    await tx.execute('UPDATE device_certificate SET revoked_at = $3 WHERE tenant_id = $1 AND device_id = $2 AND authority_id IS NULL AND revoked_at IS NULL', [tx.tenantId, deviceId, tx.now]);
  }

  /** Lets it in by what has this digest. @throws AppError (conflict) PROVISION.TOKEN_NOT_FREE, PROVISION.CERTIFICATE_NOT_FREE */
  async letIn(tx: TenantTx, deviceId: string, by: LetInBy): Promise<void> {
    if (by.certificateSerial === null) await this.giveToken(tx, deviceId, by);
    else await this.takeCertificate(tx, deviceId, by);
    const { keyId } = by;
    await tx.execute('UPDATE device SET provisioned_by = $3, provisioned_at = now() WHERE tenant_id = $1 AND id = $2', [tx.tenantId, deviceId, keyId]);
  }

  private async giveToken(tx: TenantTx, deviceId: string, { tokenDigest, tokenPrefix }: LetInBy): Promise<void> {
    try {
      await tx.execute('INSERT INTO device_token (tenant_id, id, device_id, digest, prefix) VALUES ($1, $2, $3, $4, $5)', [tx.tenantId, tx.newId(), deviceId, tokenDigest, tokenPrefix]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('PROVISION.TOKEN_NOT_FREE', 'These credentials are in use already, or were once.');
      throw error;
    }
  }

  /** One that the machine brought before, and asked with again as it lost the answer, is good again. */
  private async takeCertificate(tx: TenantTx, deviceId: string, { tokenDigest, certificateSerial, certificateUntil }: LetInBy): Promise<void> {
    const again = await tx.execute('UPDATE device_certificate SET revoked_at = NULL WHERE tenant_id = $1 AND device_id = $2 AND fingerprint = $3 AND authority_id IS NULL', [tx.tenantId, deviceId, tokenDigest]);
    if (again > 0) return;
    const taken = await tx.execute(
      'INSERT INTO device_certificate (tenant_id, id, device_id, fingerprint, serial, issued_at, not_after) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (fingerprint) DO NOTHING',
      [tx.tenantId, tx.newId(), deviceId, tokenDigest, certificateSerial, tx.now, certificateUntil],
    );
    if (taken === 0) throw conflict('PROVISION.CERTIFICATE_NOT_FREE', 'This certificate is another machine’s, or was once.');
  }
}
