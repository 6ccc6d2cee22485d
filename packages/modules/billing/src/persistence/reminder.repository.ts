import type { SystemTx, TenantTx, Transaction } from '@tenon/db';
import { isoDate } from '@tenon/domain/energy';
import { lockInvoice } from './read-invoice.repository.js';

/** An invoice that is late, and the days of its last reminder, 0 before the first. */
export interface LateInvoice {
  readonly tenantId: string;
  readonly id: string;
  readonly daysLate: number;
  readonly sent: number;
}

const LATE = `SELECT i.tenant_id AS "tenantId", i.id, ($1::timestamptz AT TIME ZONE t.time_zone)::date - i.due_on AS "daysLate",
    COALESCE((SELECT max(r.days) FROM invoice_reminder r WHERE r.tenant_id = i.tenant_id AND r.invoice_id = i.id), 0) AS sent
  FROM invoice i JOIN tenant t ON t.id = i.tenant_id WHERE i.state IN ('issued', 'overdue') AND i.due_on < ($1::timestamptz AT TIME ZONE t.time_zone)::date`;

/** All companies' invoices that were due before today, by each company's clock. */
export function listLate(tx: SystemTx, now: Date): Promise<LateInvoice[]> {
  return tx.sql(`${LATE} ORDER BY i.due_on, i.id`, [now]);
}

/** One of them, locked until the transaction ends; nothing where it is not late any more. */
export async function lockLate(tx: TenantTx, id: string, now: Date): Promise<LateInvoice | undefined> {
  await lockInvoice(tx, id);
  return (await tx.sql<LateInvoice>(`${LATE} AND i.tenant_id = $2 AND i.id = $3`, [now, tx.tenantId, id]))[0];
}

/** Whether something was due before this local day and is owed still. */
export async function hasLate(tx: Transaction, tenantId: string, today: number): Promise<boolean> {
  return (await tx.sql(`SELECT 1 FROM invoice WHERE tenant_id = $1 AND state IN ('issued', 'overdue') AND due_on < $2 LIMIT 1`, [tenantId, isoDate(today)])).length > 0;
}

/** Notes that a company was reminded. */
export async function insertReminder(tx: TenantTx, invoiceId: string, days: number): Promise<void> {
  await tx.execute('INSERT INTO invoice_reminder (tenant_id, invoice_id, days, reminded_at) VALUES ($1, $2, $3, $4)', [tx.tenantId, invoiceId, days, tx.now]);
}
