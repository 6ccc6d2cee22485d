import type { SystemTx } from '@tenon/db';
import type { GatewayFaultCode } from '@tenon/domain/health';

/** What a gateway process last told of itself. */
export interface GatewayRunRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly isStopped: boolean;
  readonly silentMs: number;
  readonly everyMs: number;
  readonly connectionCount: number;
  readonly spanMs: number;
  readonly messages: number;
  readonly points: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly waitingMessages: number;
  readonly waitingBytes: number;
  readonly isHoldingBack: boolean;
  readonly storedAt: Date | null;
}

/** What was wrong with a gateway, by code. */
export interface GatewayFaultRow {
  readonly name: string;
  readonly code: GatewayFaultCode;
  readonly count: number;
  readonly firstSeenAt: Date;
  readonly lastSeenAt: Date;
  readonly event: string;
  readonly label: string;
  readonly frame: string;
  readonly trace: string;
}

/** Gateway processes, the newest of each name first. */
export function listGatewayRuns(tx: SystemTx, limit: number): Promise<GatewayRunRow[]> {
  return tx.sql<GatewayRunRow>(
    `SELECT run_id AS id, gateway_id AS name, version, started_at AS "startedAt", seen_at AS "seenAt", stopped_at IS NOT NULL AS "isStopped",
       extract(epoch FROM now() - seen_at)::float8 * 1000 AS "silentMs", every_ms AS "everyMs", connections AS "connectionCount", span_ms AS "spanMs", messages::float8, points::float8,
       refused, pending_messages AS "waitingMessages", pending_bytes::float8 AS "waitingBytes", is_holding AS "isHoldingBack", stored_at AS "storedAt"
     FROM gateway_run ORDER BY gateway_id, started_at DESC, run_id LIMIT $1`,
    [limit],
  );
}

/** What was wrong with gateways in the last week, the newest first. */
export function listGatewayFaults(tx: SystemTx): Promise<GatewayFaultRow[]> {
  return tx.sql<GatewayFaultRow>(
    `SELECT gateway_id AS name, code, count::float8, first_seen_at AS "firstSeenAt", last_seen_at AS "lastSeenAt", last_event AS event, last_label AS label, last_frame AS frame, last_trace AS trace
     FROM gateway_fault WHERE last_seen_at > now() - interval '7 days' ORDER BY last_seen_at DESC, gateway_id, code`,
  );
}
