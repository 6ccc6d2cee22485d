import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';

/** How an edge node, or a device behind one, stands in its Sparkplug session. */
export interface SparkplugSessionRow {
  readonly group: string;
  readonly node: string;
  /** Null where the machine is the node itself. */
  readonly device: string | null;
  readonly isAlive: boolean;
  readonly bornAt: Date;
  readonly diedAt: Date | null;
  readonly bdSeq: number | null;
  readonly lastSeq: number | null;
  readonly rebirthsAsked: number;
  readonly metricCount: number;
  /** What can be written. */
  readonly metrics: readonly { readonly name: string; readonly type: string; readonly unit: string | null }[];
}

/** What machines of the transaction's company said of themselves by Sparkplug B; written by gateways. */
@Injectable()
export class SparkplugSessionRepository {
  async find(tx: TenantTx, deviceId: string): Promise<SparkplugSessionRow | null> {
    const [row] = await tx.sql<SparkplugSessionRow>(
      `SELECT group_name AS "group", node_name AS node, device_name AS device, is_alive AS "isAlive", born_at AS "bornAt", died_at AS "diedAt", bd_seq AS "bdSeq", last_seq AS "lastSeq",
         rebirths_asked AS "rebirthsAsked", metric_count AS "metricCount", metrics FROM sparkplug_session WHERE tenant_id = $1 AND device_id = $2`,
      [tx.tenantId, deviceId],
    );
    return row ?? null;
  }
}
