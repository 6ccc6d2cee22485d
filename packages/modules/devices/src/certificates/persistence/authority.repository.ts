import { Injectable } from '@nestjs/common';
import { isUniqueViolation, type TenantTx } from '@tenon/db';
import { conflict, isUuid, notFound } from '@tenon/kernel';

export type AuthorityKind = 'own' | 'theirs';
export type AuthorityState = 'pending' | 'active' | 'ended';

/** An authority as it is added. */
export interface NewAuthority {
  readonly id: string;
  readonly kind: AuthorityKind;
  readonly name: string;
  /** As Node.js writes it. */
  readonly subject: string;
  /** PEM. */
  readonly certificate: string;
  /** Hexadecimal. */
  readonly fingerprint: string;
  readonly notAfter: Date;
  readonly state: AuthorityState;
  readonly challenge: string | null;
  readonly privateSealed: string | null;
}

/** An authority as it is kept. */
export interface AuthorityRow extends NewAuthority {
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly strangerName: string | null;
  readonly strangerAt: Date | null;
  readonly certificateCount: number;
  readonly revokedSerials: readonly string[];
}

const ROW = `SELECT a.id, a.kind, a.name, a.subject, a.certificate, encode(a.fingerprint, 'hex') AS fingerprint, a.not_after AS "notAfter", a.state, a.challenge, a.private_sealed AS "privateSealed",
  a.created_at AS "createdAt", a.ended_at AS "endedAt", a.stranger_name AS "strangerName", a.stranger_at AS "strangerAt",
  (SELECT count(*)::int FROM device_certificate c WHERE c.tenant_id = a.tenant_id AND c.authority_id = a.id AND c.revoked_at IS NULL AND c.not_after > now()) AS "certificateCount",
  ARRAY(SELECT r.serial FROM revoked_serial r WHERE r.tenant_id = a.tenant_id AND r.authority_id = a.id ORDER BY r.at, r.serial) AS "revokedSerials"
  FROM certificate_authority a WHERE a.tenant_id = $1`;

/** Certificate authorities of the transaction's company. */
@Injectable()
export class AuthorityRepository {
  list(tx: TenantTx): Promise<AuthorityRow[]> {
    return tx.sql<AuthorityRow>(`${ROW} ORDER BY a.state = 'ended', a.created_at, a.id`, [tx.tenantId]);
  }

  async get(tx: TenantTx, id: string): Promise<AuthorityRow> {
    const row = isUuid(id) ? (await tx.sql<AuthorityRow>(`${ROW} AND a.id = $2`, [tx.tenantId, id]))[0] : undefined;
    if (!row) throw notFound('CERTIFICATE_AUTHORITY.NOT_FOUND', 'There is no such certificate authority in the company.');
    return row;
  }

  /** The same, held until the transaction ends. @throws AppError (not-found) CERTIFICATE_AUTHORITY.NOT_FOUND, for another company's too */
  async getForUpdate(tx: TenantTx, id: string): Promise<AuthorityRow> {
    if (isUuid(id)) await tx.sql('SELECT 1 FROM certificate_authority WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
    return this.get(tx, id);
  }

  /** The company's own that signs just now. */
  async own(tx: TenantTx): Promise<AuthorityRow | undefined> {
    return (await tx.sql<AuthorityRow>(`${ROW} AND a.kind = 'own' AND a.state = 'active'`, [tx.tenantId]))[0];
  }

  /** Lets one transaction at a time add an authority, until it ends. */
  async lockAll(tx: TenantTx): Promise<void> {
    await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('certificate_authority ' || $1, 0))`, [tx.tenantId]);
  }

  async insert(tx: TenantTx, one: NewAuthority): Promise<void> {
    await tx.execute(
      `INSERT INTO certificate_authority (tenant_id, id, kind, name, subject, certificate, fingerprint, not_after, state, challenge, private_sealed, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9, $10, $11, $12)`,
      [tx.tenantId, one.id, one.kind, one.name, one.subject, one.certificate, one.fingerprint, one.notAfter, one.state, one.challenge, one.privateSealed, tx.now],
    );
  }

  /** @throws AppError (conflict) CERTIFICATE_AUTHORITY.TAKEN where another company has it, who proved to have its key as well */
  async activate(tx: TenantTx, id: string): Promise<void> {
    try {
      await tx.execute(`UPDATE certificate_authority SET state = 'active', challenge = NULL WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id]);
    } catch (error) {
      if (isUniqueViolation(error)) throw conflict('CERTIFICATE_AUTHORITY.TAKEN', 'This authority says already which machines are another company’s. Sign the machines of this one by an authority of their own.');
      throw error;
    }
  }

  /** Ends it: its key, where it is ours, is gone for ever. */
  async end(tx: TenantTx, id: string): Promise<void> {
    await tx.execute(`UPDATE certificate_authority SET state = 'ended', ended_at = $3, challenge = NULL, private_sealed = NULL WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id, tx.now]);
  }

  /** Adds serial numbers; those that stand there stay. */
  async revokeSerials(tx: TenantTx, id: string, serials: readonly string[]): Promise<void> {
    await tx.execute('INSERT INTO revoked_serial (tenant_id, authority_id, serial, at) SELECT $1, $2, unnest($3::text[]), $4 ON CONFLICT DO NOTHING', [tx.tenantId, id, serials, tx.now]);
  }
}
