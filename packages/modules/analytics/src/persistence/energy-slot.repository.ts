import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { EnergySlot } from '@tenon/domain/energy';
import type { TimeRange } from '@tenon/kernel';

interface SlotRow {
  readonly startMs: number;
  readonly energyKwh: number;
  readonly coveredMs: number | null;
  readonly isEstimated: boolean;
}

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

  /** A range's slots, one list a metric, each in time order. */
  async list(tx: TenantTx, subscriptionId: string, seriesIds: readonly number[], range: TimeRange): Promise<EnergySlot[][]> {
    const rows = await tx.sql<SlotRow & { seriesId: number }>(
      `SELECT series_id AS "seriesId", extract(epoch FROM start_at)::float8 * 1000 AS "startMs", energy_kwh AS "energyKwh", covered_ms AS "coveredMs", is_estimated AS "isEstimated"
       FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2 AND series_id = ANY($3) AND start_at >= $4 AND start_at < $5 ORDER BY series_id, start_at`,
      [tx.tenantId, subscriptionId, seriesIds, instant(range.fromMs), instant(range.toMs)],
    );
    const bySeries = new Map<number, EnergySlot[]>(seriesIds.map((id) => [id, []]));
    for (const row of rows) bySeries.get(row.seriesId)?.push(toSlot(row));
    return [...bySeries.values()];
  }

  /** First and last computed quarter-hour, or nulls. */
  async extent(tx: TenantTx, subscriptionId: string): Promise<{ from: Date | null; until: Date | null }> {
    const rows = await tx.sql<{ from: Date | null; until: Date | null }>(
      `SELECT min(start_at) AS "from", max(start_at) + interval '15 minutes' AS until FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2`,
      [tx.tenantId, subscriptionId],
    );
    return rows[0] ?? { from: null, until: null };
  }

  /** Forgets metrics the subscription no longer reads. */
  async keepOnly(tx: TenantTx, subscriptionId: string, seriesIds: readonly number[]): Promise<void> {
    await tx.execute('DELETE FROM energy_slot WHERE tenant_id = $1 AND subscription_id = $2 AND NOT series_id = ANY($3)', [tx.tenantId, subscriptionId, seriesIds]);
  }

  /** Whether promised computations of this subscription are still open, or roll-ups that will lead to some. */
  async isBehind(tx: TenantTx, subscriptionId: string): Promise<boolean> {
    const rows = await tx.sql<{ behind: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE tenant_id = $1 AND state IN ('pending', 'issued')
         AND (subject = $2 OR (job = 'telemetry.rolled-up' AND created_at < now() - interval '2 seconds'))) AS behind`,
      [tx.tenantId, subscriptionId],
    );
    return rows[0]?.behind ?? false;
  }
}

function toSlot({ startMs, energyKwh, coveredMs, isEstimated }: SlotRow): EnergySlot {
  return { startMs, energyKwh, ...(coveredMs === null ? {} : { coveredMs }), ...(isEstimated ? { isEstimated } : {}) };
}
