import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** Where a company's people sign in, as its own people see it. */
export interface SsoConnection {
  readonly issuer: string;
  readonly clientId: string;
  readonly secretSealed: string;
  /** The part of their addresses behind the at sign. */
  readonly domain: string;
  /** What the TXT record of the domain holds. */
  readonly proof: string;
  /** What the provider is asked for beside the standard scopes. */
  readonly moreScopes: readonly string[];
}

/** The connection of the transaction's company; it has one at most. */
@Injectable()
export class SsoConnectionRepository {
  async find(tx: TenantTx): Promise<SsoConnection | undefined> {
    const rows = await tx.sql<SsoConnection>(`SELECT issuer, client_id AS "clientId", secret_sealed AS "secretSealed", domain, proof, more_scopes AS "moreScopes" FROM sso_connection WHERE tenant_id = $1`, [tx.tenantId]);
    return rows[0];
  }

  async put(tx: TenantTx, { issuer, clientId, secretSealed, domain, proof, moreScopes }: SsoConnection): Promise<void> {
    await tx.execute(
      `INSERT INTO sso_connection (tenant_id, issuer, client_id, secret_sealed, domain, proof, more_scopes) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (tenant_id) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id, secret_sealed = excluded.secret_sealed, domain = excluded.domain, proof = excluded.proof, more_scopes = excluded.more_scopes`,
      [tx.tenantId, issuer, clientId, secretSealed, domain, proof, moreScopes],
    );
  }

  async delete(tx: TenantTx): Promise<void> {
    await tx.execute('DELETE FROM sso_connection WHERE tenant_id = $1', [tx.tenantId]);
  }
}
