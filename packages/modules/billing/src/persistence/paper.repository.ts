import type { TenantTx } from '@tenon/db';
import { isUuid } from '@tenon/kernel';
import type { ListedPaper } from '../application/paper.js';

/** The company's invoices and credit notes, in the order of their numbers. */
export function listPapers(tx: TenantTx): Promise<ListedPaper[]> {
  return tx.sql<ListedPaper>(
    `SELECT 'invoice' AS kind, id, number FROM invoice WHERE tenant_id = $1 UNION ALL SELECT 'credit-note', id, number FROM credit_note WHERE tenant_id = $1 ORDER BY number`,
    [tx.tenantId],
  );
}

/** The id of the invoice that a credit note is of; empty where there is no such note. */
export async function findInvoiceOfNote(tx: TenantTx, noteId: string): Promise<string> {
  const [row] = isUuid(noteId) ? await tx.sql<{ invoiceId: string }>('SELECT invoice_id AS "invoiceId" FROM credit_note WHERE tenant_id = $1 AND id = $2', [tx.tenantId, noteId]) : [];
  return row?.invoiceId ?? '';
}

/** The company's logo as PNG; null where it has none. */
export async function findLogo(tx: TenantTx): Promise<Buffer | null> {
  const [row] = await tx.sql<{ image: Buffer }>('SELECT image FROM company_logo WHERE tenant_id = $1', [tx.tenantId]);
  return row?.image ?? null;
}

/** The database's clock, by which is noted when money moved; a millisecond on, as that is how finely it is noted. */
export async function clock(tx: TenantTx): Promise<Date> {
  const [row] = await tx.sql<{ now: Date }>(`SELECT clock_timestamp() + interval '1 millisecond' AS now`);
  return row?.now ?? tx.now;
}
