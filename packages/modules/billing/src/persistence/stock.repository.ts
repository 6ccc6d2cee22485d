import type { SystemTx, Transaction } from '@tenon/db';
import type { Meter } from '@tenon/domain/billing';

/** What there is of something, rather than what goes through. */
export type StockMeter = Extract<Meter, 'devices' | 'members' | 'apps'>;
export const STOCKS: readonly StockMeter[] = ['devices', 'members', 'apps'];

// A read model over other modules' tables: counting is all it does there.
const ROWS: Readonly<Record<StockMeter, string>> = {
  // What is out of use takes no place of the plan.
  devices: '(SELECT tenant_id FROM device WHERE retired_at IS NULL)',
  members: 'tenant_member',
  apps: `(SELECT tenant_id FROM subscription WHERE state = 'active')`,
};

const count = (meter: StockMeter): string => `(SELECT count(*)::int FROM ${ROWS[meter]} held WHERE tenant_id = $1)`;
const COUNTS = `SELECT ${STOCKS.map((meter) => `${count(meter)} AS ${meter}`).join()}`;

/** How much of each stock a company has now. */
export async function countStocks(tx: Transaction, tenantId: string): Promise<Readonly<Record<StockMeter, number>>> {
  const [row] = await tx.sql<Record<StockMeter, number>>(COUNTS, [tenantId]);
  return row ?? { devices: 0, members: 0, apps: 0 };
}

/** How much of one stock a company has, while nobody else takes more of it, until the transaction ends. */
export async function lockStock(tx: Transaction, tenantId: string, meter: StockMeter): Promise<number> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.stock ' || $1 || ' ' || $2, 0))`, [tenantId, meter]);
  const [row] = await tx.sql<{ used: number }>(`SELECT ${count(meter)} AS used`, [tenantId]);
  return row?.used ?? 0;
}

/** Notes what every company has now in the readings of this hour; gives how many readings rose. One that is being erased gets none: nothing would erase it again. */
export async function readAllStocks(tx: SystemTx): Promise<number> {
  const counted = STOCKS.map((meter) => `SELECT tenant_id, '${meter}' AS meter, count(*) AS quantity FROM ${ROWS[meter]} held GROUP BY tenant_id`).join(' UNION ALL ');
  return tx.execute(
    `INSERT INTO meter_reading (tenant_id, meter, hour, quantity) SELECT tenant_id, meter, date_bin('1 hour', $1, 'epoch'), quantity FROM (${counted}) stock
     WHERE NOT EXISTS (SELECT FROM company_standing s WHERE s.tenant_id = stock.tenant_id AND s.state = 'erased')
     ON CONFLICT (tenant_id, meter, hour) DO UPDATE SET quantity = excluded.quantity WHERE meter_reading.quantity < excluded.quantity`,
    [tx.now],
  );
}
