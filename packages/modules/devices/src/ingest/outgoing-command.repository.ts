import { DEVICE_CHANNEL } from '@tenon/contracts/wire';
import type pg from 'pg';
import type { DeviceRef } from './device-ref.js';

/** A machine that listens, and how many commands may be handed to it. */
export interface ListeningDevice extends DeviceRef {
  readonly room: number;
}

/** A command that this gateway may hand to its machine, and nobody else. */
export interface ClaimedCommand extends DeviceRef {
  readonly id: string;
  /** By which the machine knows it. */
  readonly number: number;
  readonly method: string;
  readonly params: unknown;
  readonly expectsAnswer: boolean;
  /** Until when it is worth handing over. */
  readonly expiresAtMs: number;
}

/**
 * What became of a command that was handed over: `delivered` when the machine's side acknowledged it; `written` when it was sent and no
 * acknowledgement is to be expected; `lost` when the connection ended before, so that it waits again; `too-large`, or `refused` by the machine.
 */
export type HandOver = 'delivered' | 'written' | 'lost' | 'too-large' | 'refused';

interface ClaimedRow {
  id: string;
  tenant_id: string;
  device_id: string;
  number: number;
  method: string;
  params: unknown;
  expects_answer: boolean;
  expires_at: Date;
}

// A command that waits again is news to whichever gateway the machine listens at now, this one too.
const TELL = (from: string): string =>
  `SELECT pg_notify($1, json_build_object('kind', CASE WHEN bool_or(state = 'queued') THEN 'command' ELSE 'command-changed' END, 'tenantId', tenant_id, 'deviceId', device_id)::text) FROM ${from} GROUP BY tenant_id, device_id`;

// In the order of their numbers, and each by one gateway alone: rows that another holds are passed over.
const CLAIM = `
  WITH w AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::int[]) AS w (tenant_id, device_id, room)),
  picked AS MATERIALIZED (
    SELECT c.tenant_id, c.id FROM w CROSS JOIN LATERAL (
      SELECT tenant_id, id FROM device_command
      WHERE tenant_id = w.tenant_id AND device_id = w.device_id AND state = 'queued' AND due_at > now()
      ORDER BY number LIMIT w.room FOR UPDATE SKIP LOCKED
    ) c
  ), put AS (
    UPDATE device_command c SET state = 'sent', sent_at = now(), gateway_id = $5, due_at = now() + c.timeout_ms * interval '1 millisecond'
    FROM picked p WHERE c.tenant_id = p.tenant_id AND c.id = p.id
    RETURNING c.*
  ), told AS (${TELL('put')})
  SELECT id, tenant_id, device_id, number, method, params, expects_answer, expires_at, (SELECT count(*) FROM told) AS told FROM put ORDER BY device_id, number`;

// Only what was not answered, or moved on by time, meanwhile. What was written without an acknowledgement to come is no longer this gateway's to take back:
// nobody knows whether the machine has it, and it listens in a way that says that it wants nothing twice.
const SETTLE = `
  WITH n AS (SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS n (tenant_id, id, outcome)),
  put AS (
    UPDATE device_command c SET
      state = CASE n.outcome WHEN 'delivered' THEN 'delivered' WHEN 'written' THEN 'sent' WHEN 'lost' THEN 'queued' ELSE 'failed' END,
      failure = CASE WHEN n.outcome IN ('too-large', 'refused') THEN n.outcome END,
      delivered_at = CASE WHEN n.outcome = 'delivered' THEN now() END,
      settled_at = CASE WHEN n.outcome IN ('too-large', 'refused') OR (n.outcome <> 'lost' AND NOT c.expects_answer) THEN now() END,
      due_at = CASE WHEN n.outcome = 'lost' THEN c.expires_at WHEN n.outcome IN ('too-large', 'refused') OR NOT c.expects_answer THEN NULL ELSE c.due_at END,
      gateway_id = CASE WHEN n.outcome NOT IN ('lost', 'written') THEN c.gateway_id END
    FROM n WHERE c.tenant_id = n.tenant_id AND c.id = n.id AND c.state = 'sent' AND c.gateway_id = $5
    RETURNING c.tenant_id, c.device_id, c.state
  )
  ${TELL('put')}`;

// A gateway that starts again has no connections: what its last process handed over and nobody acknowledged waits again.
const TAKE_BACK = `
  WITH put AS (
    UPDATE device_command SET state = 'queued', due_at = expires_at, gateway_id = NULL WHERE gateway_id = $2 AND state = 'sent' AND settled_at IS NULL
    RETURNING tenant_id, device_id, state
  )
  ${TELL('put')}`;

// An answer counts however late: the machine did what it says. One that comes again changes nothing.
const ANSWER = `
  WITH put AS (
    UPDATE device_command SET state = 'answered', answer = $5, delivered_at = coalesce(delivered_at, now()), settled_at = now(), due_at = NULL
    WHERE tenant_id = $2 AND device_id = $3 AND number = $4 AND sent_at IS NOT NULL AND state IN ('queued', 'sent', 'delivered', 'timed-out', 'expired')
    RETURNING tenant_id, device_id, state
  ), told AS (${TELL('put')})
  SELECT count(*) > 0 AS is_known, (SELECT count(*) FROM told) AS told FROM device_command WHERE tenant_id = $2 AND device_id = $3 AND number = $4 AND sent_at IS NOT NULL`;

/** `device_command`, as the gateway that calls itself `gatewayId` hands commands to machines. Each change is announced as it commits. */
export class OutgoingCommandRepository {
  constructor(
    private readonly pool: pg.Pool,
    private readonly gatewayId: string,
  ) {}

  /** Takes commands that wait for these machines, each as many as it has room for, in their order. They count as sent. */
  async claim(devices: readonly ListeningDevice[]): Promise<ClaimedCommand[]> {
    const values = [DEVICE_CHANNEL, devices.map(({ tenantId }) => tenantId), devices.map(({ deviceId }) => deviceId), devices.map(({ room }) => room), this.gatewayId];
    const { rows } = await this.pool.query<ClaimedRow>({ name: 'tenon-claim-commands', text: CLAIM, values });
    return rows.map((row) => ({
      tenantId: row.tenant_id,
      deviceId: row.device_id,
      id: row.id,
      number: row.number,
      method: row.method,
      params: row.params,
      expectsAnswer: row.expects_answer,
      expiresAtMs: row.expires_at.getTime(),
    }));
  }

  /** Writes what became of commands that were handed over. */
  async settle(outcomes: readonly { readonly command: ClaimedCommand; readonly outcome: HandOver }[]): Promise<void> {
    const values = [DEVICE_CHANNEL, outcomes.map(({ command }) => command.tenantId), outcomes.map(({ command }) => command.id), outcomes.map(({ outcome }) => outcome), this.gatewayId];
    await this.pool.query({ name: 'tenon-settle-commands', text: SETTLE, values });
  }

  /** Lets what an earlier process of this gateway handed over wait again. */
  async takeBack(): Promise<void> {
    await this.pool.query(TAKE_BACK, [DEVICE_CHANNEL, this.gatewayId]);
  }

  /** Keeps a machine's answer. Repeating it changes nothing. @returns whether the machine was ever sent such a command */
  async answer({ tenantId, deviceId }: DeviceRef, number: number, answer: unknown): Promise<boolean> {
    const { rows } = await this.pool.query<{ is_known: boolean }>({ name: 'tenon-answer-command', text: ANSWER, values: [DEVICE_CHANNEL, tenantId, deviceId, number, JSON.stringify(answer)] });
    return rows[0]?.is_known ?? false;
  }
}
