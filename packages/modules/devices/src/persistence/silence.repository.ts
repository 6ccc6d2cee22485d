import { Injectable } from '@nestjs/common';
import type { SystemTx } from '@tenon/db';
import { statesThat } from '@tenon/domain/life';
import type { TenantId } from '@tenon/kernel';

/** A machine that fell silent, or is back. */
export interface TurnedMachine {
  readonly tenantId: TenantId;
  readonly deviceId: string;
  readonly name: string;
  /** After how long a machine of its company counts as silent. */
  readonly minutes: number;
}

/** States of companies whose machines are let in. */
const LET_IN = statesThat('takesTelemetry');

const TURNED = `p.tenant_id AS "tenantId", p.device_id AS "deviceId", due.name, due.minutes`;
const FROM = `FROM device_presence p JOIN tenant t ON t.id = p.tenant_id JOIN device d ON d.tenant_id = p.tenant_id AND d.id = p.device_id`;
/** The gateway writes these rows all the time: what it holds just now is looked at again a minute later. Rows are locked in its order. */
const LOCKED = 'ORDER BY p.device_id LIMIT $1 FOR UPDATE OF p SKIP LOCKED';

/** Which machines have fallen silent, and which are back, in all companies. Taking one notes it, so that each silence is taken once. */
@Injectable()
export class SilenceRepository {
  /** @param watchedFrom since when anybody looks: a silence that began before is counted from here. Of a suspended company nothing is taken, as its machines are refused. */
  takeSilent(tx: SystemTx, { now, watchedFrom, limit }: { now: Date; watchedFrom: Date; limit: number }): Promise<TurnedMachine[]> {
    return tx.sql<TurnedMachine>(
      `WITH due AS (
         SELECT p.tenant_id, p.device_id, d.name, t.silent_after_minutes AS minutes ${FROM}
         WHERE p.silent_since IS NULL AND d.retired_at IS NULL AND t.state = ANY ($4) AND greatest(p.last_seen_at, $3::timestamptz) <= $2::timestamptz - make_interval(mins => t.silent_after_minutes) AND p.last_seen_at IS NOT NULL
         ${LOCKED})
       UPDATE device_presence p SET silent_since = p.last_seen_at FROM due WHERE p.tenant_id = due.tenant_id AND p.device_id = due.device_id RETURNING ${TURNED}`,
      [limit, now, watchedFrom, LET_IN],
    );
  }

  /** Those whose silence was taken and that have sent since. */
  takeBack(tx: SystemTx, limit: number): Promise<TurnedMachine[]> {
    return tx.sql<TurnedMachine>(
      `WITH due AS (
         SELECT p.tenant_id, p.device_id, d.name, t.silent_after_minutes AS minutes ${FROM}
         WHERE p.silent_since IS NOT NULL AND p.last_seen_at > p.silent_since
         ${LOCKED})
       UPDATE device_presence p SET silent_since = NULL FROM due WHERE p.tenant_id = due.tenant_id AND p.device_id = due.device_id RETURNING ${TURNED}`,
      [limit],
    );
  }
}
