import { Injectable } from '@nestjs/common';
import type { Transaction, TenantTx } from '@tenon/db';
import type { RenderedLogo } from '../logo/render-logo.js';

/** Logos of companies. */
@Injectable()
export class LogoRepository {
  /** By which it is fetched; null where there is none. */
  async findDigest(tx: TenantTx): Promise<string | null> {
    const [row] = await tx.sql<{ digest: string }>('SELECT sha256 AS digest FROM company_logo WHERE tenant_id = $1', [tx.tenantId]);
    return row?.digest ?? null;
  }

  /** Of any company; for the office. */
  async findImageOf(tx: Transaction, tenantId: string): Promise<Buffer | undefined> {
    return (await tx.sql<{ image: Buffer }>('SELECT image FROM company_logo WHERE tenant_id = $1', [tenantId]))[0]?.image;
  }

  async findImage(tx: TenantTx, digest: string): Promise<Buffer | undefined> {
    const [row] = await tx.sql<{ image: Buffer }>('SELECT image FROM company_logo WHERE tenant_id = $1 AND sha256 = $2', [tx.tenantId, digest]);
    return row?.image;
  }

  /** Whether somebody belongs to the company, and it opens to sessions like theirs. @param ssoCompanyId at whose provider they signed in */
  async isShown(tx: TenantTx, userId: string, ssoCompanyId: string | null): Promise<boolean> {
    const rows = await tx.sql(
      `SELECT 1 FROM tenant_member m JOIN tenant t ON t.id = m.tenant_id WHERE m.tenant_id = $1 AND m.user_id = $2 AND (t.demands_sso_since IS NULL OR t.id = $3::uuid)`,
      [tx.tenantId, userId, ssoCompanyId],
    );
    return rows.length > 0;
  }

  async put(tx: TenantTx, { digest, image, width, height }: RenderedLogo): Promise<void> {
    await tx.execute(
      `INSERT INTO company_logo (tenant_id, sha256, image, width, height, updated_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (tenant_id) DO UPDATE SET sha256 = EXCLUDED.sha256, image = EXCLUDED.image, width = EXCLUDED.width, height = EXCLUDED.height, updated_at = EXCLUDED.updated_at`,
      [tx.tenantId, digest, image, width, height, tx.now],
    );
  }

  /** @returns the digest of what was deleted */
  async delete(tx: TenantTx): Promise<string | null> {
    const [row] = await tx.sql<{ digest: string }>('DELETE FROM company_logo WHERE tenant_id = $1 RETURNING sha256 AS digest', [tx.tenantId]);
    return row?.digest ?? null;
  }
}
