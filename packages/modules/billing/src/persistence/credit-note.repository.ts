import type { SystemTx } from '@tenon/db';
import type { CreditNote } from '@tenon/domain/billing';
import { isoDate } from '@tenon/domain/energy';

/** Whose invoice a credit note takes back, and which of its notes it is, from 1. */
export interface NoteOf {
  readonly tenantId: string;
  readonly invoiceId: string;
  readonly noteNo: number;
}

/** Keeps a credit note. */
export async function insertCreditNote(tx: SystemTx, { tenantId, invoiceId, noteNo }: NoteOf, { number, issuedOn, reason, lines, gross, tax }: CreditNote): Promise<void> {
  const kept = lines.map(({ lineNo, amount, tax: within }) => ({ lineNo, amountMinor: amount.amountMinor, taxMinor: within.amountMinor }));
  await tx.execute(
    `INSERT INTO credit_note (tenant_id, id, invoice_id, note_no, number, issued_on, reason, lines, gross_minor, tax_minor, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, clock_timestamp())`,
    [tenantId, tx.newId(), invoiceId, noteNo, number, isoDate(issuedOn), reason, JSON.stringify(kept), gross.amountMinor, tax.amountMinor],
  );
}
