import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { billingWorld, type BillingWorld, type MadeCompany } from '../testing/billing-world.js';

let world: BillingWorld;
beforeAll(async () => (world = await billingWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

/** What a change upwards costs by hand: both fees for the days of the month that are left, today with them. */
const rest = (fen: number, day: number, days: number): number => fen - Math.round((fen * (day - 1)) / days);

/** A made year: trial, starter, up to standard, down again, up twice in one month, caps raised and taken away. */
const YEAR: MadeCompany = {
  chosen: [
    { plan: 'starter', on: '2025-02-04', at: '2025-02-04T15:00:00Z', dueMinor: rest(29_900, 4, 28) },
    { plan: 'standard', on: '2025-05-17', at: '2025-05-17T15:00:00Z', dueMinor: rest(99_900, 17, 31) - rest(29_900, 17, 31) },
    { plan: 'starter', on: '2025-09-01', at: '2025-08-20T15:00:00Z' },
    { plan: 'standard', on: '2025-10-10', at: '2025-10-10T15:00:00Z', dueMinor: rest(99_900, 10, 31) - rest(29_900, 10, 31) },
    { plan: 'enterprise', on: '2025-10-20', at: '2025-10-20T15:00:00Z', dueMinor: rest(399_900, 20, 31) - rest(99_900, 20, 31) },
  ],
  capped: [
    { meter: 'devices', cap: 14, on: '2025-02-10' },
    { meter: 'pointsADay', cap: 20_000_000, on: '2025-02-20' },
    { meter: 'apiCallsADay', cap: 60_000, on: '2025-03-03' },
    { meter: 'devices', cap: null, on: '2025-07-09' },
    { meter: 'devices', cap: 53, on: '2025-08-05' },
    { meter: 'devices', cap: 14, on: '2025-09-02' },
    { meter: 'devices', cap: 400, on: '2025-11-05' },
  ],
};

/** Hours of the whole year: more in August and November, and some in which the machines rested. */
const READ = `INSERT INTO meter_reading (tenant_id, meter, hour, quantity)
  SELECT $1, m.meter, h, (CASE extract(month FROM h) WHEN 8 THEN 5 WHEN 11 THEN 28 WHEN 12 THEN 28 ELSE 1 END) * (m.least + abs(hashtext(h || m.meter)) % m.span)
  FROM generate_series('2025-01-01T05:00:00Z'::timestamptz, '2026-01-02T00:00:00Z', '1 hour') h,
    (VALUES ('devices', 8, 9), ('pointsADay', 0, 1100003), ('apiCallsADay', 0, 3001)) m (meter, least, span)
  WHERE abs(hashtext('rest' || h)) % 20 <> 0`;

/** The year a second way, by PostgreSQL: a table of days, its calendar, its decimals; quotas and prices written out once more. */
const BY_HAND = `WITH terms (plan, fen, devices, points, calls) AS (VALUES ('starter', 29900, 10, 12e6, 20e3), ('standard', 99900, 50, 60e6, 200e3), ('enterprise', 399900, 300, 360e6, 2e6)),
  price (meter, fen, per) AS (VALUES ('devices', 150, 1), ('pointsADay', 20, 1e6), ('apiCallsADay', 50, 1e4)),
  day AS (SELECT d::date AS d, extract(day FROM d) AS n, extract(day FROM date_trunc('month', d) + interval '1 month' - interval '1 day') AS days,
      (SELECT c.plan FROM plan_choice c WHERE c.tenant_id = $1 AND c.from_day <= d ORDER BY c.from_day DESC LIMIT 1) AS plan,
      (SELECT max(f) FROM (SELECT from_day FROM plan_choice WHERE tenant_id = $1 UNION SELECT from_day FROM limit_change WHERE tenant_id = $1) cut (f) WHERE f <= d) AS since
    FROM generate_series('2025-01-01'::timestamp, '2026-01-31', '1 day') d),
  used AS (SELECT (hour AT TIME ZONE $2)::date AS d, meter, CASE meter WHEN 'devices' THEN max(quantity) ELSE sum(quantity) END AS quantity FROM meter_reading WHERE tenant_id = $1 GROUP BY 1, 2),
  beyond AS (SELECT day.d, day.since, used.meter, q.quota, greatest(0, least(used.quantity, COALESCE(
        (SELECT l.cap FROM limit_change l WHERE l.tenant_id = $1 AND l.meter = used.meter AND l.from_day <= day.d ORDER BY l.from_day DESC LIMIT 1), q.quota)) - q.quota) AS units
    FROM day JOIN terms ON terms.plan = day.plan JOIN used ON used.d = day.d
    CROSS JOIN LATERAL (SELECT CASE used.meter WHEN 'devices' THEN terms.devices WHEN 'pointsADay' THEN terms.points ELSE terms.calls END AS quota) q),
  lines AS (SELECT date_trunc('month', b.d) AS month, b.since, b.meter, round(sum(b.units) * p.fen / p.per) AS fen FROM beyond b JOIN price p ON p.meter = b.meter WHERE b.d < '2026-01-01' GROUP BY 1, 2, 3, p.fen, p.per)
  SELECT (SELECT sum(round(t.fen * n / days) - round(t.fen * (n - 1) / days)) FROM day JOIN terms t ON t.plan = day.plan)::int AS fees,
    (SELECT jsonb_object_agg(to_char(month, 'YYYY-MM'), fen) FROM (SELECT month, sum(fen) AS fen FROM lines GROUP BY 1) m WHERE fen > 0) AS overage`;

const BILLED = `SELECT (SELECT sum(amount_minor) FROM invoice_line WHERE tenant_id = $1 AND kind <> 'overage')::int AS fees,
  (SELECT jsonb_object_agg(month, fen) FROM (SELECT to_char(from_day, 'YYYY-MM') AS month, sum(amount_minor) AS fen FROM invoice_line WHERE tenant_id = $1 AND kind = 'overage' GROUP BY 1) m) AS overage`;

interface Reckoned {
  readonly fees: number;
  readonly overage: Readonly<Record<string, number>>;
}

const reckoned = async (statement: string, params: unknown[]): Promise<Reckoned> => (await world.database.sql<Reckoned & { [column: string]: unknown }>(statement, params))[0]!;

describe.each(['America/New_York', 'Asia/Shanghai'])('a made year in %s', (timeZone) => {
  let company: TenantId;
  beforeAll(async () => {
    company = await world.company({ ...YEAR, timeZone });
    await world.database.sql(READ, [company]);
    await world.bills.execute(new Date('2026-01-20T12:00:00Z'));
  });

  it('is billed to the fen: each day’s fee once, and each month’s overage', async () => {
    const billed = await reckoned(BILLED, [company]);
    expect(billed).toEqual(await reckoned(BY_HAND, [company, timeZone]));
    expect(Object.keys(billed.overage).length).toBeGreaterThan(8);
  });

  it('has columns that add up, with 6 of 106 as tax, and readings behind every unit', async () => {
    const sums = await world.database.sql(
      `SELECT i.number FROM invoice i JOIN (SELECT invoice_id, sum(amount_minor) AS gross, sum(tax_minor) AS tax FROM invoice_line WHERE tenant_id = $1 GROUP BY 1) l ON l.invoice_id = i.id
       WHERE i.tenant_id = $1 AND (l.gross, l.tax, round(i.gross_minor * 6 / 106.0)) IS DISTINCT FROM (i.gross_minor, i.tax_minor, i.tax_minor)`,
      [company],
    );
    const untraced = await world.database.sql(
      `SELECT l.line_no FROM invoice_line l WHERE l.tenant_id = $1 AND l.kind = 'overage' AND (l.choice_id IS NULL OR l.quantity <> (SELECT sum((d->>'beyond')::bigint) FROM jsonb_array_elements(l.days) d)
         OR l.hours <> (SELECT count(*) FROM meter_reading r WHERE r.tenant_id = $1 AND r.meter = l.meter AND (r.hour AT TIME ZONE $2)::date >= l.from_day AND (r.hour AT TIME ZONE $2)::date < l.to_day))`,
      [company, timeZone],
    );
    expect([sums, untraced]).toEqual([[], []]);
  });
});
