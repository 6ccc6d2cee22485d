import type { SystemTx } from '@tenon/db';
import type { StatementEntry } from '@tenon/domain/billing';
import { isUuid, notFound } from '@tenon/kernel';
import type { PageRequest } from '@tenon/nest';

/** A booking as it is kept, with how much of it is assigned to invoices. */
export interface BankEntryRow extends StatementEntry {
  readonly id: string;
  readonly assignedMinor: number;
  /** The invoices that it pays. */
  readonly invoiceNumbers: readonly string[];
}

/** Money that moved, to be noted. */
export interface PaymentToKeep {
  readonly tenantId: string;
  readonly invoiceId: string;
  readonly kind: 'payment' | 'refund' | 'taken-back';
  readonly amountMinor: number;
  /** `YYYY-MM-DD`. */
  readonly paidOn: string;
  readonly bankEntryId: string | null;
  readonly note: string;
  readonly recordedBy: string;
  /** Of which payment by card it is, and which of its moves, so that each is noted once. */
  readonly card?: { readonly attemptId: string; readonly move: string };
  /** The payment that it takes back. */
  readonly undoes?: string;
}

/** Lets nobody else record a statement until the transaction ends. */
export async function lockStatements(tx: SystemTx): Promise<void> {
  await tx.sql(`SELECT pg_advisory_xact_lock(hashtextextended('tenon.statements', 0))`);
}

/** Keeps a booking, and gives its id; null where it is known already. */
export async function insertEntry(tx: SystemTx, { bookedOn, amountMinor, payer, reference, bankReference }: StatementEntry, recordedBy: string): Promise<string | null> {
  const [row] = await tx.sql<{ id: string }>(
    `INSERT INTO bank_entry (id, booked_on, amount_minor, payer, reference, bank_reference, recorded_by) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (bank_reference) DO NOTHING RETURNING id`,
    [tx.newId(), bookedOn, amountMinor, payer, reference, bankReference, recordedBy],
  );
  return row?.id ?? null;
}

/** Notes that money moved. */
export async function insertPayment(tx: SystemTx, { tenantId, invoiceId, kind, amountMinor, paidOn, bankEntryId, note, recordedBy, card, undoes }: PaymentToKeep): Promise<void> {
  await tx.execute(
    `INSERT INTO payment (tenant_id, id, invoice_id, kind, amount_minor, paid_on, bank_entry_id, note, recorded_by, recorded_at, card_attempt_id, card_move, undoes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10, $11, $12)`,
    [tenantId, tx.newId(), invoiceId, kind, amountMinor, paidOn, bankEntryId, note, recordedBy, card?.attemptId ?? null, card?.move ?? null, undoes ?? null],
  );
}

const ENTRY = `SELECT e.id, to_char(e.booked_on, 'YYYY-MM-DD') AS "bookedOn", e.amount_minor::float8 AS "amountMinor", e.payer, e.reference, e.bank_reference AS "bankReference",
    a.assigned::float8 AS "assignedMinor", a.numbers AS "invoiceNumbers"
  FROM bank_entry e CROSS JOIN LATERAL (SELECT COALESCE(sum(p.amount_minor), 0) AS assigned, COALESCE(array_agg(i.number) FILTER (WHERE i.number IS NOT NULL), '{}') AS numbers
    FROM payment p JOIN invoice i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id
    WHERE p.bank_entry_id = e.id AND p.kind = 'payment' AND NOT EXISTS (SELECT 1 FROM payment u WHERE u.tenant_id = p.tenant_id AND u.undoes = p.id)) a`;

/** Bookings, newest first; those alone of which something is not assigned, where asked for. */
export function listEntries(tx: SystemTx, page: PageRequest, isOpen: boolean): Promise<BankEntryRow[]> {
  const [on, id] = page.after ?? [null, null];
  return tx.sql(
    `${ENTRY} WHERE ($1::date IS NULL OR (e.booked_on, e.id) < ($1::date, $2::uuid)) ${isOpen ? 'AND a.assigned < e.amount_minor' : ''} ORDER BY e.booked_on DESC, e.id DESC LIMIT $3`,
    [on?.slice(0, 10) ?? null, id, page.limit + 1],
  );
}

/** One booking, which nobody else assigns until the transaction ends. @throws AppError (not-found) BANK_ENTRY.NOT_FOUND */
export async function lockEntry(tx: SystemTx, id: string): Promise<BankEntryRow> {
  if (isUuid(id)) await tx.sql('SELECT 1 FROM bank_entry WHERE id = $1 FOR UPDATE', [id]);
  const rows = isUuid(id) ? await tx.sql<BankEntryRow>(`${ENTRY} WHERE e.id = $1`, [id]) : [];
  if (!rows[0]) throw notFound('BANK_ENTRY.NOT_FOUND', 'There is no such booking.');
  return rows[0];
}

/** A booking's payment of an invoice. */
export interface AssignedPayment {
  readonly id: string;
  readonly entryId: string | null;
  readonly invoiceNumber: string;
  readonly amountMinor: number;
  readonly paidOn: string;
  /** Whether it stands: it came by transfer and nobody took it back. */
  readonly isAssigned: boolean;
}

/** A payment by its id, whose ever it is. Who calls asks again once its invoice is locked. @throws AppError (not-found) PAYMENT.NOT_FOUND */
export async function getAssigned(tx: SystemTx, id: string): Promise<AssignedPayment> {
  const rows = isUuid(id)
    ? await tx.sql<AssignedPayment>(
        `SELECT p.id, p.bank_entry_id AS "entryId", i.number AS "invoiceNumber", p.amount_minor::float8 AS "amountMinor", to_char(p.paid_on, 'YYYY-MM-DD') AS "paidOn",
           p.kind = 'payment' AND p.bank_entry_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payment u WHERE u.tenant_id = p.tenant_id AND u.undoes = p.id) AS "isAssigned"
         FROM payment p JOIN invoice i ON i.tenant_id = p.tenant_id AND i.id = p.invoice_id WHERE p.id = $1`,
        [id],
      )
    : [];
  if (!rows[0]) throw notFound('PAYMENT.NOT_FOUND', 'There is no such payment.');
  return rows[0];
}
