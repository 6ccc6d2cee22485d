import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { ExportedTable } from '@tenon/domain/exit';

/** Rows that are held at a time. */
const PIECE = 1_000;

/** A metric with its machine. */
export interface MetricRow {
  readonly seriesId: number;
  readonly key: string;
  readonly unit: string | null;
  readonly deviceId: string;
  readonly deviceName: string;
}

const quoted = (name: string): string => `"${name}"`;

/** Rows of a company as they go out. */
@Injectable()
export class RecordRepository {
  /** The rows of a table as JSON texts, piece by piece and in order; only the columns that go out. */
  async *rows(tx: TenantTx, { table, columns, orderBy, owner = 'tenant_id' }: ExportedTable): AsyncGenerator<string[], void, void> {
    // Names are the catalogue's own, never anybody's input; the company is asked for beside the policies, as apps are seen by all.
    const text = `SELECT to_json(r)::text AS line FROM (SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE ${quoted(owner)} = $1 ORDER BY ${orderBy}) r`;
    for await (const piece of tx.pieces<{ line: string }>(text, [tx.tenantId], PIECE)) yield piece.map(({ line }) => line);
  }

  /** Every metric of the company's machines. */
  metrics(tx: TenantTx): Promise<MetricRow[]> {
    return tx.sql<MetricRow>(
      `SELECT s.id AS "seriesId", s.key, s.unit, d.id AS "deviceId", d.name AS "deviceName" FROM series s JOIN device d ON d.tenant_id = s.tenant_id AND d.id = s.device_id WHERE s.tenant_id = $1 ORDER BY s.id`,
      [tx.tenantId],
    );
  }

  /** The company's logo; undefined where it has none. */
  async logo(tx: TenantTx): Promise<Buffer | undefined> {
    const [row] = await tx.sql<{ image: Buffer }>('SELECT image FROM company_logo WHERE tenant_id = $1', [tx.tenantId]);
    return row?.image;
  }

  /** What the company is called. */
  async companyName(tx: TenantTx): Promise<string> {
    const [row] = await tx.sql<{ name: string }>('SELECT name FROM tenant WHERE id = $1', [tx.tenantId]);
    return row?.name ?? '';
  }
}
