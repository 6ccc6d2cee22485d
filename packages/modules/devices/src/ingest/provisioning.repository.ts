import { DEVICE_REQUEST_CHANNEL } from '@tenon/contracts/wire';
import { statesThat } from '@tenon/domain/life';
import type pg from 'pg';

/** A key by which machines let themselves in, as the gateway process knows it. */
export interface KnownKey {
  readonly tenantId: string;
  readonly id: string;
  readonly secretDigest: Buffer;
  readonly revokedAtMs: number | null;
  readonly expiresAtMs: number | null;
  readonly mostUses: number | null;
  readonly usedCount: number;
  /** Whether its company stands where no machine is let in. */
  readonly isSuspended: boolean;
}

/** What is asked of the worker. */
export interface AskedByKey {
  readonly key: KnownKey;
  /** Null where one is to be made. */
  readonly name: string | null;
  readonly wantsGateway: boolean;
  /** Of what the machine is to be let in by. */
  readonly tokenDigest: Buffer;
  readonly tokenPrefix: string;
  /** Where that is a certificate. */
  readonly certificate: { readonly serial: string; readonly untilMs: number } | null;
}

/** How a request stands. */
export interface RequestState {
  readonly state: 'asked' | 'refused' | 'done';
  readonly code: string | null;
}

interface KeyRow { tenant_id: string; id: string; secret_digest: Buffer; revoked_at: Date | null; expires_at: Date | null; most_uses: number | null; used_count: number; is_suspended: boolean }

const ASK = `
  WITH put AS (
    INSERT INTO device_request (tenant_id, key_id, name, wants_gateway, token_digest, token_prefix, certificate_serial, certificate_until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
  ), told AS (SELECT pg_notify($9, '') FROM put)
  SELECT id, (SELECT count(*) FROM told) AS told FROM put`;

/** Keys by which machines let themselves in, and what they ask by them, as the gateway process reads and writes it. */
export class ProvisioningRepository {
  constructor(private readonly pool: pg.Pool) {}

  async findKey(key: string): Promise<KnownKey | null> {
    const { rows } = await this.pool.query<KeyRow>({
      name: 'tenon-provisioning-key',
      text: `SELECT k.tenant_id, k.id, k.secret_digest, k.revoked_at, k.expires_at, k.most_uses, k.used_count, NOT t.state = ANY ($2) AS is_suspended
             FROM provisioning_key k JOIN tenant t ON t.id = k.tenant_id WHERE k.key = $1`,
      values: [key, statesThat('takesTelemetry')],
    });
    const [row] = rows;
    if (!row) return null;
    return {
      ...{ tenantId: row.tenant_id, id: row.id, secretDigest: row.secret_digest, mostUses: row.most_uses, usedCount: row.used_count, isSuspended: row.is_suspended },
      revokedAtMs: row.revoked_at?.getTime() ?? null,
      expiresAtMs: row.expires_at?.getTime() ?? null,
    };
  }

  /** Asks the worker for a machine. @returns the request's id */
  async ask({ key, name, wantsGateway, tokenDigest, tokenPrefix, certificate }: AskedByKey): Promise<string> {
    const { rows } = await this.pool.query<{ id: string }>(ASK, [key.tenantId, key.id, name, wantsGateway, tokenDigest, tokenPrefix, certificate?.serial ?? null, certificate && new Date(certificate.untilMs), DEVICE_REQUEST_CHANNEL]);
    return rows[0]?.id ?? '';
  }

  async state({ tenantId }: KnownKey, requestId: string): Promise<RequestState | undefined> {
    const { rows } = await this.pool.query<RequestState>('SELECT state, code FROM device_request WHERE tenant_id = $1 AND id = $2', [tenantId, requestId]);
    return rows[0];
  }

  /** Keeps with the key that a request with it was refused before it was asked of anybody. */
  async noteRefusal({ tenantId, id }: KnownKey, { code, name }: { readonly code: string; readonly name: string | null }): Promise<void> {
    await this.pool.query('UPDATE provisioning_key SET refused_count = refused_count + 1, refused_at = now(), refused_code = $3, refused_name = $4 WHERE tenant_id = $1 AND id = $2', [tenantId, id, code, name]);
  }
}
