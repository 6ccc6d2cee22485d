import type { TenantId } from '@tenon/kernel';
import type pg from 'pg';
import type { Attempt } from '../sso/authorization-request.js';
import type { SsoConnection } from './sso-connection.repository.js';

/** A connection, and whose it is. */
export interface FoundConnection extends SsoConnection {
  readonly tenantId: TenantId;
  /** Whether people are let in without an invitation. */
  readonly admits: boolean;
  /** The claim by which they are given roles. */
  readonly roleClaim: string | null;
}

const COLUMNS = `tenant_id AS "tenantId", issuer, client_id AS "clientId", secret_sealed AS "secretSealed", domain, proof, more_scopes AS "moreScopes", default_role IS NOT NULL AS admits, role_claim AS "roleClaim"`;

/** Whether anybody says that a domain is theirs. @param pool connections of the role tenon_auth, here and below */
export async function isClaimed(pool: pg.Pool, domain: string): Promise<boolean> {
  return ((await pool.query('SELECT 1 FROM public.sso_connection WHERE domain = $1 LIMIT 1', [domain])).rowCount ?? 0) > 0;
}

/** Whose a domain is by the proofs that it shows; of several, the oldest. Anybody may claim one, so no number of claims comes before the right one. */
export async function findProven(pool: pg.Pool, domain: string, proofs: readonly string[]): Promise<FoundConnection | undefined> {
  return (await pool.query<FoundConnection>(`SELECT ${COLUMNS} FROM public.sso_connection WHERE domain = $1 AND proof = ANY ($2) ORDER BY created_at LIMIT 1`, [domain, proofs])).rows[0];
}

export async function findConnection(pool: pg.Pool, tenantId: TenantId): Promise<FoundConnection | undefined> {
  return (await pool.query<FoundConnection>(`SELECT ${COLUMNS} FROM public.sso_connection WHERE tenant_id = $1`, [tenantId])).rows[0];
}

/** An attempt as it is kept. */
export interface KeptAttempt extends Attempt {
  readonly tenantId: TenantId;
  /** Where the person wanted to go: a path of our own. */
  readonly next: string;
}

/** Keeps an attempt for so long, and forgets those that are over. */
export async function insertAttempt(pool: pg.Pool, digest: Buffer, { tenantId, state, nonce, verifier, next }: KeptAttempt, minutes: number): Promise<void> {
  await pool.query(
    `WITH over AS (DELETE FROM auth.sso_attempt WHERE expires_at < now())
     INSERT INTO auth.sso_attempt (digest, tenant_id, state, nonce, verifier, expires_at, next) VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6), $7)`,
    [digest, tenantId, state, nonce, verifier, minutes, next],
  );
}

/** Takes an attempt, which is good once. */
export async function takeAttempt(pool: pg.Pool, digest: Buffer): Promise<KeptAttempt | undefined> {
  const { rows } = await pool.query<KeptAttempt>(`DELETE FROM auth.sso_attempt WHERE digest = $1 AND expires_at > now() RETURNING tenant_id AS "tenantId", state, nonce, verifier, next`, [digest]);
  return rows[0];
}
