import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { isUuid, notFound } from '@tenon/kernel';

/** A certificate as it is given. */
export interface NewCertificate {
  readonly id: string;
  readonly deviceId: string;
  /** Null where the machine brought it along. */
  readonly authorityId: string | null;
  /** Hexadecimal. */
  readonly fingerprint: string;
  readonly serial: string;
  readonly notAfter: Date;
}

/** A certificate as it is kept. */
export interface CertificateRow extends NewCertificate {
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
  /** Whether its authority was ended, and it with it. */
  readonly isAuthorityEnded: boolean;
}

const ROW = `SELECT c.id, c.device_id AS "deviceId", c.authority_id AS "authorityId", encode(c.fingerprint, 'hex') AS fingerprint, c.serial, c.issued_at AS "issuedAt", c.not_after AS "notAfter",
  c.revoked_at AS "revokedAt", coalesce(a.state = 'ended', false) AS "isAuthorityEnded"
  FROM device_certificate c LEFT JOIN certificate_authority a ON a.tenant_id = c.tenant_id AND a.id = c.authority_id WHERE c.tenant_id = $1`;
/** Those that a page shows: what let in long ago stays in the trail. */
const MOST_SHOWN = 50;

/** Certificates of the machines of the transaction's company. */
@Injectable()
export class DeviceCertificateRepository {
  /** Newest first. */
  list(tx: TenantTx, deviceId: string): Promise<CertificateRow[]> {
    return tx.sql<CertificateRow>(`${ROW} AND c.device_id = $2 ORDER BY c.issued_at DESC, c.id DESC LIMIT ${MOST_SHOWN}`, [tx.tenantId, deviceId]);
  }

  /** How many of a machine's let in just now. */
  async countGood(tx: TenantTx, deviceId: string): Promise<number> {
    const [row] = await tx.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM device_certificate c LEFT JOIN certificate_authority a ON a.tenant_id = c.tenant_id AND a.id = c.authority_id
       WHERE c.tenant_id = $1 AND c.device_id = $2 AND c.revoked_at IS NULL AND c.not_after > $3 AND coalesce(a.state, 'active') = 'active'`,
      [tx.tenantId, deviceId, tx.now],
    );
    return row?.count ?? 0;
  }

  async insert(tx: TenantTx, one: NewCertificate): Promise<void> {
    await tx.execute(
      `INSERT INTO device_certificate (tenant_id, id, device_id, authority_id, fingerprint, serial, issued_at, not_after) VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8)`,
      [tx.tenantId, one.id, one.deviceId, one.authorityId, one.fingerprint, one.serial, tx.now, one.notAfter],
    );
  }

  /** @throws AppError (not-found) CERTIFICATE.NOT_FOUND, for another company's too */
  async getForUpdate(tx: TenantTx, id: string): Promise<CertificateRow> {
    const row = isUuid(id) ? (await tx.sql<CertificateRow>(`${ROW} AND c.id = $2 FOR UPDATE OF c`, [tx.tenantId, id]))[0] : undefined;
    if (!row) throw notFound('CERTIFICATE.NOT_FOUND', 'There is no such certificate in the company.');
    return row;
  }

  async revoke(tx: TenantTx, id: string): Promise<void> {
    await tx.execute('UPDATE device_certificate SET revoked_at = $3 WHERE tenant_id = $1 AND id = $2', [tx.tenantId, id, tx.now]);
  }
}
