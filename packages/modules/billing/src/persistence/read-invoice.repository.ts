import type { SystemTx, TenantTx, Transaction } from '@tenon/db';
import type { BilledDay, InvoiceState, Meter, PlanId } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';
import type { Buyer } from './invoice.repository.js';

/** A line as it is kept; days are local days since 1970-01-01, amounts fen. */
export interface KeptLine {
  readonly lineNo: number;
  readonly kind: 'fee' | 'credit' | 'overage' | 'supplement';
  readonly planId: PlanId;
  /** The choice by which the plan held. */
  readonly choiceId: string | null;
  readonly fromDay: number;
  readonly toDay: number;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly per: number;
  readonly amountMinor: number;
  readonly taxMinor: number;
  readonly meter: Meter | null;
  readonly included: number | null;
  readonly hours: number | null;
  readonly days: readonly { readonly localDay: number; readonly quantity: number; readonly beyond: number }[] | null;
}

/** A credit note as it is kept; amounts below zero. */
export interface KeptNote {
  readonly id: string;
  readonly number: string;
  readonly issuedOn: number;
  readonly reason: string;
  readonly grossMinor: number;
  readonly taxMinor: number;
  readonly lines: readonly { readonly lineNo: number; readonly amountMinor: number; readonly taxMinor: number }[];
}

/** Money that moved for an invoice, as it is kept. */
export interface KeptPayment {
  readonly id: string;
  readonly kind: 'payment' | 'refund' | 'taken-back';
  readonly amountMinor: number;
  readonly paidOn: number;
  /** Whether it came by transfer and was not taken back. */
  readonly isAssigned: boolean;
}

/** An invoice as it is kept. */
export interface KeptInvoice {
  readonly tenantId: string;
  readonly id: string;
  readonly number: string;
  readonly occasion: string;
  readonly state: InvoiceState;
  readonly issuedOn: number;
  readonly dueOn: number;
  readonly issuedAt: Date;
  readonly grossMinor: number;
  readonly taxMinor: number;
  readonly netMinor: number;
  readonly buyer: Buyer;
  readonly notes: readonly KeptNote[];
  readonly payments: readonly KeptPayment[];
}

const day = (column: string, name: string): string => `${column} - DATE '1970-01-01' AS "${name}"`;
const notes = (until: string): string => `COALESCE((SELECT json_agg(json_build_object('id', n.id, 'number', n.number, 'issuedOn', n.issued_on - DATE '1970-01-01', 'reason', n.reason,
    'grossMinor', n.gross_minor, 'taxMinor', n.tax_minor, 'lines', n.lines) ORDER BY n.note_no) FROM credit_note n WHERE n.tenant_id = i.tenant_id AND n.invoice_id = i.id ${until}), '[]') AS notes`;
const payments = (until: string): string => `COALESCE((SELECT json_agg(json_build_object('id', p.id, 'kind', p.kind, 'amountMinor', p.amount_minor, 'paidOn', p.paid_on - DATE '1970-01-01',
    'isAssigned', p.kind = 'payment' AND p.bank_entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payment u WHERE u.tenant_id = p.tenant_id AND u.undoes = p.id)) ORDER BY p.recorded_at, p.id)
    FROM payment p WHERE p.tenant_id = i.tenant_id AND p.invoice_id = i.id ${until}), '[]') AS payments`;
const invoiceWith = (moved: string): string => `SELECT i.tenant_id AS "tenantId", i.id, i.number, i.occasion, i.state, ${day('i.issued_on', 'issuedOn')}, ${day('i.due_on', 'dueOn')}, i.issued_at AS "issuedAt",
    i.gross_minor::float8 AS "grossMinor", i.tax_minor::float8 AS "taxMinor", i.net_minor::float8 AS "netMinor", i.buyer, ${moved} FROM invoice i`;
const INVOICE = invoiceWith(`${notes('')}, ${payments('')}`);
/** With what moved of it until an instant, the third parameter. */
const INVOICE_THEN = invoiceWith(`${notes('AND n.issued_at <= $3')}, ${payments('AND p.recorded_at <= $3')}`);

// Of a void one money may have to go back.
const MOVED = `(SELECT COALESCE(sum(CASE p.kind WHEN 'payment' THEN -p.amount_minor ELSE p.amount_minor END), 0) FROM payment p WHERE p.tenant_id = o."tenantId" AND p.invoice_id = o.id)`;
const CREDITED = `(SELECT COALESCE(sum(n.gross_minor), 0) FROM credit_note n WHERE n.tenant_id = o."tenantId" AND n.invoice_id = o.id)`;
const NOT_SETTLED = `(o.state IN ('issued', 'overdue') OR o."grossMinor" + ${CREDITED} + ${MOVED} < 0)`;

/** A company's invoices, newest first, one more than the page holds. */
export function listInvoices(tx: Transaction, tenantId: string, page: PageRequest): Promise<KeptInvoice[]> {
  const [at, id] = page.after ?? [null, null];
  return tx.sql(
    `${INVOICE} WHERE i.tenant_id = $1 AND ($2::timestamptz IS NULL OR (i.issued_at, i.id) < ($2::timestamptz, $3::uuid)) ORDER BY i.issued_at DESC, i.id DESC LIMIT $4`,
    [tenantId, at, id, page.limit + 1],
  );
}

/** One invoice. @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
export async function getInvoice(tx: Transaction, tenantId: string, id: string): Promise<KeptInvoice> {
  const rows = isUuid(id) ? await tx.sql<KeptInvoice>(`${INVOICE} WHERE i.tenant_id = $1 AND i.id = $2`, [tenantId, id]) : [];
  if (!rows[0]) throw notFound('INVOICE.NOT_FOUND', 'There is no such invoice.');
  return rows[0];
}

/** One invoice with what had moved of it at an instant. @throws AppError (not-found) INVOICE.NOT_FOUND, for another company's too */
export async function getInvoiceAsOf(tx: TenantTx, id: string, asOf: Date): Promise<KeptInvoice> {
  const rows = isUuid(id) ? await tx.sql<KeptInvoice>(`${INVOICE_THEN} WHERE i.tenant_id = $1 AND i.id = $2`, [tx.tenantId, id, asOf]) : [];
  if (!rows[0]) throw notFound('INVOICE.NOT_FOUND', 'There is no such invoice.');
  return rows[0];
}

/** Lets nobody else move money of one of the company's invoices until the transaction ends. */
export async function lockInvoice(tx: TenantTx, id: string): Promise<void> {
  if (isUuid(id)) await tx.sql('SELECT 1 FROM invoice WHERE tenant_id = $1 AND id = $2 FOR UPDATE', [tx.tenantId, id]);
}

/** An invoice by its number, whose ever it is, locked until the transaction ends. @throws AppError (not-found) INVOICE.NOT_FOUND */
export async function lockByNumber(tx: SystemTx, number: string): Promise<KeptInvoice> {
  const [found] = await tx.sql<{ tenantId: string; id: string }>('SELECT tenant_id AS "tenantId", id FROM invoice WHERE number = $1 FOR UPDATE', [number]);
  return getInvoice(tx, found?.tenantId ?? '', found?.id ?? '');
}

/** An invoice by its id, whose ever it is. @throws AppError (not-found) INVOICE.NOT_FOUND */
export async function getAnyInvoice(tx: SystemTx, id: string): Promise<KeptInvoice> {
  const rows = isUuid(id) ? await tx.sql<KeptInvoice>(`${INVOICE} WHERE i.id = $1`, [id]) : [];
  if (!rows[0]) throw notFound('INVOICE.NOT_FOUND', 'There is no such invoice.');
  return rows[0];
}

/** An invoice with whose it is, and by which clock it is late. */
export interface OpenInvoiceRow extends KeptInvoice {
  readonly companyName: string;
  readonly timeZone: string;
}

/** Invoices of all companies that are not settled: what is owed, and what is to be paid back. Longest due first. */
export function listOpenInvoices(tx: SystemTx, page: PageRequest): Promise<OpenInvoiceRow[]> {
  const [on, id] = page.after ?? [null, null];
  return tx.sql(
    `SELECT o.*, t.name AS "companyName", t.time_zone AS "timeZone" FROM (${INVOICE}) o JOIN tenant t ON t.id = o."tenantId" WHERE ${NOT_SETTLED}
       AND ($1::int IS NULL OR (o."dueOn", o.id) > ($1::int, $2::uuid)) ORDER BY o."dueOn", o.id LIMIT $3`,
    [on, id, page.limit + 1],
  );
}

/** All of which something is owed still, as bookings are matched with them. */
export function listOwed(tx: SystemTx): Promise<KeptInvoice[]> {
  return tx.sql(`${INVOICE} WHERE i.state IN ('issued', 'overdue') ORDER BY i.number`);
}

/** An invoice's lines, in order. */
export function listLines(tx: Transaction, tenantId: string, invoiceId: string): Promise<KeptLine[]> {
  return tx.sql(
    `SELECT line_no AS "lineNo", kind, plan AS "planId", choice_id AS "choiceId", ${day('from_day', 'fromDay')}, ${day('to_day', 'toDay')}, quantity::float8 AS quantity,
       unit_price_minor::float8 AS "unitPriceMinor", per::float8 AS per, amount_minor::float8 AS "amountMinor", tax_minor::float8 AS "taxMinor", meter, included::float8 AS included, hours, days
     FROM invoice_line WHERE tenant_id = $1 AND invoice_id = $2 ORDER BY line_no`,
    [tenantId, invoiceId],
  );
}

/** All that was billed of local days beyond quotas, in however many invoices. */
export function listBilledDays(tx: Transaction, tenantId: string, fromDay: number, toDay: number): Promise<BilledDay[]> {
  return tx.sql(
    `SELECT l.meter, (d->>'localDay')::int AS "localDay", (d->>'beyond')::float8 AS beyond FROM invoice_line l CROSS JOIN LATERAL jsonb_array_elements(l.days) d
     WHERE l.tenant_id = $1 AND l.kind IN ('overage', 'supplement') AND l.from_day >= $2 AND l.to_day <= $3`,
    [tenantId, isoDate(fromDay), isoDate(toDay)],
  );
}
