import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { GapCause, GapPiece } from '@tenon/domain/ledger';
import type { TimeRange } from '@tenon/kernel';
import { sqlInstant } from '../instant.js';

/** A gap as it is kept. */
export interface LedgerGap extends GapPiece {
  readonly id: string;
  readonly deviceId: string;
  readonly foundAt: Date;
  readonly filledAt: Date | null;
  /** How many of its readings came after all. */
  readonly recovered: number | null;
}

interface GapRow extends Omit<LedgerGap, 'fromMs' | 'toMs'> {
  fromAt: Date;
  toAt: Date;
}

const COLUMNS = `id, device_id AS "deviceId", from_at AS "fromAt", to_at AS "toAt", cause, absent, found_at AS "foundAt", filled_at AS "filledAt", recovered`;

/** Gaps of machines. */
@Injectable()
export class LedgerGapRepository {
  /** A machine's gaps that reach into a range and are not filled. */
  async open(tx: TenantTx, deviceId: string, { fromMs, toMs }: TimeRange): Promise<LedgerGap[]> {
    const rows = await tx.sql<GapRow>(`SELECT ${COLUMNS} FROM ledger_gap WHERE tenant_id = $1 AND device_id = $2 AND from_at < $4::timestamptz AND to_at > $3::timestamptz AND filled_at IS NULL ORDER BY from_at`, [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs)]);
    return rows.map(toGap);
  }

  /** A machine's gaps that reach into a range, the newest first, one more than a page holds. */
  async page(tx: TenantTx, deviceId: string, { range: { fromMs, toMs }, limit, after }: { range: TimeRange; limit: number; after?: readonly string[] | undefined }): Promise<LedgerGap[]> {
    const [at, id] = after ?? ['9999-01-01T00:00:00.000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
    const rows = await tx.sql<GapRow>(
      `SELECT ${COLUMNS} FROM ledger_gap WHERE tenant_id = $1 AND device_id = $2 AND from_at < $4::timestamptz AND to_at > $3::timestamptz AND (from_at, id) < ($5::timestamptz, $6::uuid) ORDER BY from_at DESC, id DESC LIMIT $7`,
      [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs), at, id, limit + 1],
    );
    return rows.map(toGap);
  }

  async add(tx: TenantTx, deviceId: string, pieces: readonly GapPiece[]): Promise<void> {
    if (pieces.length === 0) return;
    await tx.execute(
      `INSERT INTO ledger_gap (tenant_id, id, device_id, from_at, to_at, cause, absent, found_at) SELECT $1, gen_random_uuid(), $2, piece.*, $7 FROM unnest($3::timestamptz[], $4::timestamptz[], $5::text[], $6::int[]) piece`,
      [tx.tenantId, deviceId, pieces.map(({ fromMs }) => sqlInstant(fromMs)), pieces.map(({ toMs }) => sqlInstant(toMs)), pieces.map(({ cause }): GapCause => cause), pieces.map(({ absent }) => absent), tx.now],
    );
  }

  /** Notes that readings of a gap came after all. */
  async fill(tx: TenantTx, id: string, recovered: number): Promise<void> {
    await tx.execute(`UPDATE ledger_gap SET filled_at = $3, recovered = $4 WHERE tenant_id = $1 AND id = $2`, [tx.tenantId, id, tx.now, recovered]);
  }

  /** Takes back what was judged by another rhythm or without what is known now. */
  async remove(tx: TenantTx, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await tx.execute(`DELETE FROM ledger_gap WHERE tenant_id = $1 AND id = ANY($2::uuid[])`, [tx.tenantId, ids]);
  }
}

/** As the statement gives it. */
export function toGap({ fromAt, toAt, ...row }: GapRow): LedgerGap {
  return { ...row, fromMs: fromAt.getTime(), toMs: toAt.getTime() };
}
