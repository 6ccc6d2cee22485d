import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { RenderedLogo } from '../logo/render-logo.js';

/** Logos of companies. */
@Injectable()
export class LogoRepository {
  /** By which it is fetched; null where there is none. */
  async findDigest(tx: TenantTx): Promise<string | null> {
    const [row] = await tx.sql<{ digest: string }>('SELECT sha256 AS digest FROM company_logo WHERE tenant_id = $1', [tx.tenantId]);
    return row?.digest ?? null;
  }

  async findImage(tx: TenantTx, digest: string): Promise<Buffer | undefined> {
    const [row] = await tx.sql<{ image: Buffer }>('SELECT image FROM company_logo WHERE tenant_id = $1 AND sha256 = $2', [tx.tenantId, digest]);
    return row?.image;
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
