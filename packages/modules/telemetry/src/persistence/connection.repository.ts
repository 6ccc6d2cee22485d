import { Injectable } from '@nestjs/common';
import type { SystemTx, TenantTx } from '@tenon/db';
import type { TimeRange } from '@tenon/kernel';
import { mergedRanges, withoutRanges } from '../ranges/time-ranges.js';
import { sqlInstant } from '../instant.js';

interface SpanRow {
  fromAt: Date;
  toAt: Date | null;
}

/** A gateway that tells nothing for so long could take nothing; a beat that comes late is no outage. */
const TOLERANCE_MS = 30_000;

/** When machines were connected, and when the platform could take what they send. */
@Injectable()
export class ConnectionRepository {
  /** When a machine was connected within a range; null for one that never was, as over HTTP. */
  async connected(tx: TenantTx, deviceId: string, { fromMs, toMs }: TimeRange): Promise<TimeRange[] | null> {
    const rows = await tx.sql<SpanRow>(`SELECT from_at AS "fromAt", to_at AS "toAt" FROM connection_span WHERE tenant_id = $1 AND device_id = $2 AND from_at < $4::timestamptz AND (to_at IS NULL OR to_at > $3::timestamptz)`, [tx.tenantId, deviceId, sqlInstant(fromMs), sqlInstant(toMs)]);
    if (rows.length > 0) return mergedRanges(rows.map(({ fromAt, toAt }) => ({ fromMs: fromAt.getTime(), toMs: toAt?.getTime() ?? Infinity })));
    const [known] = await tx.sql<{ has: boolean }>(`SELECT EXISTS (SELECT FROM connection_span WHERE tenant_id = $1 AND device_id = $2) AS has`, [tx.tenantId, deviceId]);
    return known?.has ? [] : null;
  }

  /** When no gateway took messages, from the first that was ever heard of to now. */
  async outages(tx: SystemTx, nowMs: number): Promise<TimeRange[]> {
    const rows = await tx.sql<SpanRow>(`SELECT from_at AS "fromAt", to_at AS "toAt" FROM gateway_span ORDER BY from_at`);
    const up = mergedRanges(rows.map(({ fromAt, toAt }) => ({ fromMs: fromAt.getTime(), toMs: toAt?.getTime() ?? nowMs })), 0);
    const [first] = up;
    if (!first) return [];
    return withoutRanges({ fromMs: first.fromMs, toMs: nowMs }, up).filter(({ fromMs, toMs }) => toMs < nowMs || toMs - fromMs > TOLERANCE_MS);
  }
}
