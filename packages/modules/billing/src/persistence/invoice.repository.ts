import type { SystemTx, TenantTx, Transaction } from '@tenon/db';
import type { Invoice, InvoiceLine, InvoiceState } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';

/** To whom a company has its bills written (发票抬头), as it was when one was issued. */
export interface Buyer {
  readonly name: string;
  readonly taxNumber: string | null;
  readonly addressAndPhone: string | null;
  readonly bank: string | null;
  readonly account: string | null;
}

/** An invoice that is to be kept; its number is given by the database. */
export interface InvoiceToKeep {
  readonly id: string;
  /** What it is for: there is one for each occasion: `month:YYYY-MM`, `change:` and the id of the choice, or `pause:` and the number of the move. */
  readonly occasion: string;
  readonly invoice: Invoice;
  readonly buyer: Buyer;
  readonly state: InvoiceState;
}

/** Whether an occasion has its invoice. */
export async function hasInvoice(tx: Transaction, tenantId: string, occasion: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM invoice WHERE tenant_id = $1 AND occasion = $2', [tenantId, occasion])).length > 0;
}

/** The company's words for bills: the invoice title, else what it is called in law, else what it is called here. */
export async function readBuyer(tx: Transaction, tenantId: string): Promise<Buyer> {
  const [row] = await tx.sql<Buyer>(
    `SELECT COALESCE(p.invoice_name, p.legal_name, t.name) AS name, COALESCE(p.invoice_tax_number, p.credit_code) AS "taxNumber",
       p.invoice_address_and_phone AS "addressAndPhone", p.invoice_bank AS bank, p.invoice_account AS account
     FROM tenant t LEFT JOIN company_profile p ON p.tenant_id = t.id WHERE t.id = $1`,
    [tenantId],
  );
  return row ?? { name: '', taxNumber: null, addressAndPhone: null, bank: null, account: null };
}

/**
 * Keeps an invoice with its lines, and gives its number. No ON CONFLICT: it would use a number up for nothing. Who calls holds the
 * company's lock and has looked; should two come after all, the second is rolled back, number and all.
 */
export async function insertInvoice(tx: TenantTx, { id, occasion, invoice, buyer, state }: InvoiceToKeep): Promise<string> {
  const { issuedOn, dueOn, gross, tax, net } = invoice;
  const [row] = await tx.sql<{ number: string }>(
    `INSERT INTO invoice (tenant_id, id, occasion, issued_on, due_on, gross_minor, tax_minor, net_minor, buyer, state, issued_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp()) RETURNING number`,
    [tx.tenantId, id, occasion, isoDate(issuedOn), isoDate(dueOn), gross.amountMinor, tax.amountMinor, net.amountMinor, JSON.stringify(buyer), state],
  );
  for (const line of invoice.lines) await insertLine(tx, id, line);
  return row?.number ?? '';
}

/** A line is kept with the choice by which its plan held. */
async function insertLine(tx: TenantTx, invoiceId: string, line: InvoiceLine): Promise<void> {
  const overage = line.kind === 'overage' || line.kind === 'supplement' ? [line.meter, line.included, line.hours, JSON.stringify(line.days)] : [null, null, null, null];
  await tx.execute(
    `INSERT INTO invoice_line (tenant_id, invoice_id, line_no, kind, plan, choice_id, from_day, to_day, quantity, unit_price_minor, per, amount_minor, tax_minor, meter, included, hours, days)
     VALUES ($1, $2, $3, $4, $5, (SELECT c.id FROM plan_choice c WHERE c.tenant_id = $1 AND c.plan = $5 AND c.from_day <= $6 AND c.withdrawn_at IS NULL ORDER BY c.from_day DESC, c.chosen_at DESC LIMIT 1),
       $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ...[tx.tenantId, invoiceId, line.lineNo, line.kind, line.planId, isoDate(line.fromDay), isoDate(line.toDay)],
      ...[line.quantity, line.unitPrice.amountMinor, line.per, line.amount.amountMinor, line.tax.amountMinor, ...overage],
    ],
  );
}

/** Writes where an invoice stands. */
export async function putInvoiceState(tx: Transaction, tenantId: string, id: string, state: InvoiceState): Promise<void> {
  await tx.execute('UPDATE invoice SET state = $3, state_at = $4 WHERE tenant_id = $1 AND id = $2', [tenantId, id, state, tx.now]);
}

/** Companies with something to be billed: a month that began (some hours ago, by their clocks) and is not billed, a move after which no pause was billed, or a change without its invoice. */
export async function listCompaniesToBill(tx: SystemTx, dueBefore: Date): Promise<string[]> {
  const rows = await tx.sql<{ tenantId: string }>(
    `SELECT DISTINCT c.tenant_id AS "tenantId" FROM plan_choice c JOIN tenant t ON t.id = c.tenant_id JOIN company_standing s ON s.tenant_id = c.tenant_id LEFT JOIN billing_run r ON r.tenant_id = c.tenant_id
     WHERE c.withdrawn_at IS NULL AND ((c.plan <> 'trial' AND EXISTS (SELECT 1 FROM company_move m WHERE m.tenant_id = c.tenant_id AND m.move_no > s.billed_move)) OR
       (c.plan <> 'trial' AND date_trunc('month', $1::timestamptz AT TIME ZONE t.time_zone)::date > COALESCE(r.billed_through, date_trunc('month', c.from_day)::date))
       OR (c.due_minor <> 0 AND NOT EXISTS (SELECT 1 FROM invoice i WHERE i.tenant_id = c.tenant_id AND i.occasion = 'change:' || c.id)))`,
    [dueBefore],
  );
  return rows.map(({ tenantId }) => tenantId);
}
