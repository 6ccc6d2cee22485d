// @ts-check
import { randomUUID } from 'node:crypto';

/**
 * An invoice of the only company: a fee and, line by line, what went beyond a quota, with its days.
 * @param {import('pg').Pool} superuser
 * @param {number} lines
 * @returns {Promise<string>} Its id.
 */
export async function addInvoice(superuser, lines) {
  const id = randomUUID();
  await superuser.query(
    `INSERT INTO invoice (tenant_id, id, number, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer)
     SELECT id, $1, 'TN-202611-' || lpad($2::text, 6, '0'), 'bench:' || $2, '2026-11-01', '2026-11-16', 106000, 6000, 100000, '{"name": "bench", "taxNumber": null, "addressAndPhone": null, "bank": null, "account": null}' FROM tenant`,
    [id, lines],
  );
  await superuser.query(
    `INSERT INTO invoice_line (tenant_id, invoice_id, line_no, kind, plan, from_day, to_day, quantity, unit_price_minor, per, amount_minor, tax_minor, meter, included, hours, days)
     SELECT t.id, $1, n, CASE n WHEN 1 THEN 'fee' ELSE 'overage' END, 'starter', '2026-10-01', '2026-10-31', 1500000 + n, 20, 1000000, 30 + n, 2, CASE WHEN n > 1 THEN 'pointsADay' END, CASE WHEN n > 1 THEN 12000000 END, CASE WHEN n > 1 THEN 3 END,
       CASE WHEN n > 1 THEN (SELECT jsonb_agg(jsonb_build_object('localDay', 20727 + d, 'quantity', 12050000 + d * n, 'beyond', 50000 + d * n)) FROM generate_series(0, 29) d) END
     FROM tenant t, generate_series(1, $2::int) n`,
    [id, lines],
  );
  return id;
}
