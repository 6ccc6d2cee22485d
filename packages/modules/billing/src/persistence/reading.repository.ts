import type { Transaction } from '@tenon/db';
import type { HourQuantity, Meter } from '@tenon/domain/billing';
import type { TimeRange } from '@tenon/kernel';

/** One meter's reading of one hour. */
export interface Reading extends HourQuantity {
  readonly meter: Meter;
}

const instants = (hours: readonly HourQuantity[]): Date[] => hours.map(({ hourMs }) => new Date(hourMs));
const quantities = (hours: readonly HourQuantity[]): number[] => hours.map(({ quantity }) => quantity);

/** Adds what went through to hours of a flow, below zero where it turned out to be less. */
export async function addToReadings(tx: Transaction, tenantId: string, meter: Meter, hours: readonly HourQuantity[]): Promise<void> {
  await tx.execute(
    `INSERT INTO meter_reading (tenant_id, meter, hour, quantity) SELECT $1, $2, * FROM unnest($3::timestamptz[], $4::bigint[])
     ON CONFLICT (tenant_id, meter, hour) DO UPDATE SET quantity = meter_reading.quantity + excluded.quantity`,
    [tenantId, meter, instants(hours), quantities(hours)],
  );
}

/** Notes how much of a stock there is: an hour reads the most there was. */
export async function raiseReading(tx: Transaction, tenantId: string, meter: Meter, { hourMs, quantity }: HourQuantity): Promise<void> {
  await tx.execute(
    `INSERT INTO meter_reading (tenant_id, meter, hour, quantity) VALUES ($1, $2, $3, $4)
     ON CONFLICT (tenant_id, meter, hour) DO UPDATE SET quantity = GREATEST(meter_reading.quantity, excluded.quantity)`,
    [tenantId, meter, new Date(hourMs), quantity],
  );
}

/** All meters' readings of a range, in order. */
export function listReadings(tx: Transaction, tenantId: string, { fromMs, toMs }: TimeRange): Promise<Reading[]> {
  return tx.sql(
    `SELECT meter, date_part('epoch', hour) * 1000 AS "hourMs", quantity::float8 AS quantity FROM meter_reading
     WHERE tenant_id = $1 AND hour >= $2 AND hour < $3 ORDER BY hour`,
    [tenantId, new Date(fromMs), new Date(toMs)],
  );
}

/** What a flow read in a range. */
export async function sumReadings(tx: Transaction, tenantId: string, meter: Meter, { fromMs, toMs }: TimeRange): Promise<number> {
  const [row] = await tx.sql<{ quantity: number }>(
    'SELECT COALESCE(sum(quantity), 0)::float8 AS quantity FROM meter_reading WHERE tenant_id = $1 AND meter = $2 AND hour >= $3 AND hour < $4',
    [tenantId, meter, new Date(fromMs), new Date(toMs)],
  );
  return row?.quantity ?? 0;
}
