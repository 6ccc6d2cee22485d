import { Injectable } from '@nestjs/common';
import type { SystemTx } from '@tenon/db';
import type { PageRequest } from '@tenon/nest';

/** A certificate as it is kept for ever. */
export interface CertificateRow {
  /** The id that the company had. */
  readonly id: string;
  readonly finishedAt: Date;
  readonly certificate: string;
  /** In base64. */
  readonly signature: string;
}

const CERTIFICATE = `SELECT tenant_id AS id, finished_at AS "finishedAt", certificate, signature FROM company_erasure WHERE finished_at IS NOT NULL AND certificate IS NOT NULL AND signature IS NOT NULL`;

/** Certificates of erased companies. */
@Injectable()
export class CertificateRepository {
  /** Newest first, one more than the page holds. */
  list(tx: SystemTx, page: PageRequest): Promise<CertificateRow[]> {
    const [at, id] = page.after ?? [null, null];
    return tx.sql<CertificateRow>(
      `${CERTIFICATE} AND ($1::timestamptz IS NULL OR (finished_at, tenant_id) < ($1::timestamptz, $2::uuid)) ORDER BY finished_at DESC, tenant_id DESC LIMIT $3`,
      [at, id, page.limit + 1],
    );
  }

  async find(tx: SystemTx, id: string): Promise<CertificateRow | undefined> {
    return (await tx.sql<CertificateRow>(`${CERTIFICATE} AND tenant_id = $1::uuid`, [id]))[0];
  }
}
