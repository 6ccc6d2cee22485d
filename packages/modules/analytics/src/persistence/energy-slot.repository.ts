import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import { MILLIWATT_HOURS_PER_KWH, SLOT_MS, type EnergySlot } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';

/** Which metric of which subscription. */
export interface SlotOwner {
  readonly subscriptionId: string;
  readonly seriesId: number;
}

const instant = (ms: number): Date => new Date(ms);

/** Computed quarter-hours of energy. */
@Injectable()
export class EnergySlotRepository {
  /** Lets one computation at a time write a metric's slots, so that an older reading never overwrites a newer one. */
  async lock(tx: TenantTx, owner: SlotOwner): Promise<void> {
    await tx.sql('SELECT pg_advisory_xact_lock(hashtextextended($1, $2))', [owner.subscriptionId, owner.seriesId]);
  }

  /** Makes the slots of a range exactly these. */
  async replace(tx: TenantTx, owner: SlotOwner, range: TimeRange, slots: readonly EnergySlot[]): Promise<void> {
    const where = [tx.tenantId, owner.subscriptionId, owner.seriesId];
    await tx.execute(`DELETE FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2 AND series_id = $3 AND start_at >= $4 AND start_at < $5`, [
      ...where,
      instant(range.fromMs),
      instant(range.toMs),
    ]);
    await tx.execute(
      `INSERT INTO energy_slot (tenant_id, subscription_id, series_id, start_at, energy_kwh, covered_ms, is_estimated)
       SELECT $1, $2, $3, to_timestamp(s / 1000.0), e, c, q FROM unnest($4::float8[], $5::float8[], $6::int[], $7::bool[]) AS slot (s, e, c, q)`,
      [...where, slots.map((slot) => slot.startMs), slots.map((slot) => slot.energyKwh), slots.map((slot) => slot.coveredMs ?? null), slots.map((slot) => slot.isEstimated ?? false)],
    );
  }

  /**
   * A range's slots, all metrics added up as `sumSlots` does, in time order. Energy is added in whole milliwatt-hours, the grain of
   * reports, so that a sum does not depend on the order in which the database meets the rows.
   */
  listSums(tx: TenantTx, subscriptionId: string, seriesIds: readonly number[], range: TimeRange): Promise<EnergySlot[]> {
    return tx.sql<EnergySlot & Record<string, unknown>>(
      `SELECT date_part('epoch', start_at) * 1000 AS "startMs", sum(floor(energy_kwh * ${MILLIWATT_HOURS_PER_KWH} + 0.5)) / ${MILLIWATT_HOURS_PER_KWH} AS "energyKwh",
         sum(coalesce(covered_ms, ${SLOT_MS}))::float8 / cardinality($3::int[]) AS "coveredMs", bool_or(is_estimated) AS "isEstimated"
       FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2 AND series_id = ANY($3::int[]) AND start_at >= $4 AND start_at < $5 GROUP BY start_at ORDER BY start_at`,
      [tx.tenantId, subscriptionId, seriesIds, instant(range.fromMs), instant(range.toMs)],
    );
  }

  /** First and last computed quarter-hour of these metrics, or nulls. */
  async extent(tx: TenantTx, subscriptionId: string, seriesIds: readonly number[]): Promise<{ from: Date | null; until: Date | null }> {
    const end = (order: 'ASC' | 'DESC'): string =>
      `(SELECT start_at FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2 AND series_id = m.id ORDER BY start_at ${order} LIMIT 1)`;
    const rows = await tx.sql<{ from: Date | null; until: Date | null }>(
      `SELECT min(${end('ASC')}) AS "from", max(${end('DESC')}) + interval '15 minutes' AS until FROM unnest($3::int[]) AS m (id)`,
      [tx.tenantId, subscriptionId, seriesIds],
    );
    return rows[0] ?? { from: null, until: null };
  }

  /** Forgets metrics the subscription no longer reads. */
  async keepOnly(tx: TenantTx, subscriptionId: string, seriesIds: readonly number[]): Promise<void> {
    await tx.execute('DELETE FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2 AND NOT series_id = ANY($3)', [tx.tenantId, subscriptionId, seriesIds]);
  }

  /** Whether promised computations of this subscription are still open, or roll-ups that will lead to some; those just told are not worth a word. */
  async isBehind(tx: TenantTx, subscriptionId: string): Promise<boolean> {
    const rows = await tx.sql<{ behind: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE tenant_id = $1 AND state IN ('pending', 'issued')
         AND (subject = $2 OR (job = 'telemetry.rolled-up' AND created_at < now() - interval '5 seconds'))) AS behind`,
      [tx.tenantId, subscriptionId],
    );
    return rows[0]?.behind ?? false;
  }
}
