import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffActor } from '@tenon/domain/identity';
import { userId, type TenantId } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { billingWorld, type BillingWorld } from '../testing/billing-world.js';
import { owingCompany, type OwingCompany } from '../testing/owing-company.js';
import { OfficeInvoices } from './office-invoices.js';
import { OfficePayments } from './office-payments.js';
import { ReadInvoices } from './read-invoices.js';
import { TakeBackPayment } from './take-back-payment.js';
import { RecordStatement, type StatementOutcome } from './record-statement.js';

const staff: StaffActor = { kind: 'staff', userId: userId(randomUUID()), email: 'finance@tenon.example', name: 'Finance', permissions: new Set(['payment:manage']) };
const PART = 20_000;

let world: BillingWorld;
let payments: OfficePayments;
let invoices: OfficeInvoices;
beforeAll(async () => {
  world = await billingWorld();
  [payments, invoices] = [new OfficePayments(world.db.system), new OfficeInvoices(world.db.system)];
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const owing = (name?: string): Promise<OwingCompany> => owingCompany(world, name);

let booked = 0;
const row = (amount: string, reference: string, payer = '某某', id = `B${(booked += 1)}`): string => `\n2026-11-05,${amount},${payer},${reference},${id}`;
const record = (...rows: string[]): Promise<StatementOutcome> => new RecordStatement(world.db.system).execute(staff, `date,amount,payer,reference,id${rows.join('')}`);
const stands = async ({ company, id }: { company: TenantId; id: string }): Promise<unknown[]> => {
  const { state, owedMinor } = await new ReadInvoices(world.db.tenant).get(world.actor(company), id);
  const [kept] = await world.database.sql<{ state: string }>('SELECT state FROM invoice WHERE id = $1', [id]);
  return [state, owedMinor, kept?.state];
};
const openEntry = async (reference: string): Promise<string> => (await payments.entries(staff, { isOpen: true, first: 100 })).nodes.find((entry) => entry.reference === reference)!.id;

describe('a bank statement', () => {
  it('settles what it names, and is recorded once however often and by however many at once', async () => {
    const [one, two] = [await owing(), await owing('宝山冲压有限公司')];
    const rows = [row('299.00', `货款 ${one.number.toLowerCase()}`), row('299.00', '货款', '宝山冲压 有限公司'), row('5.00', '不知道')];
    const outcomes = await Promise.all([record(...rows), record(...rows), record(...rows)]);
    expect(outcomes.map(({ recorded, matched, known }) => [recorded, matched, known]).sort()).toEqual([[0, 0, 3], [0, 0, 3], [3, 2, 0]]);
    expect([await stands(one), await stands(two)]).toEqual([['paid', 0, 'paid'], ['paid', 0, 'paid']]);
    expect(await world.database.sql(`SELECT action FROM audit_entry WHERE tenant_id = $1`, [one.company])).toEqual([{ action: 'invoice.payment-recorded' }]);
    expect(await world.database.sql(`SELECT payload->>'kind' AS kind FROM outbox WHERE tenant_id = $1`, [one.company])).toEqual([{ kind: 'invoice.paid' }]);
  });

  it('leaves a rest where too little came, and what is to be paid back where too much did', async () => {
    const invoice = await owing();
    await record(row('100', invoice.number));
    expect(await stands(invoice)).toEqual(['issued', 19_900, 'issued']);
    await record(row('250', invoice.number));
    expect(await stands(invoice)).toEqual(['paid', -5_100, 'paid']);
    expect((await invoices.open(staff, { first: 100 })).nodes.map(({ number }) => number)).toContain(invoice.number);
    const refund = (amountMinor: number): Promise<unknown> => payments.refund(staff, { invoiceNumber: invoice.number, amountMinor, paidOn: '2026-11-06', note: '多付' });
    await expect(refund(5_101)).rejects.toMatchObject({ code: 'REFUND.TOO_MUCH', details: { left: 5_100 } });
    const outcomes = await Promise.allSettled([refund(5_100), refund(5_100), refund(5_100)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await stands(invoice)).toEqual(['paid', 0, 'paid']);
    expect((await invoices.open(staff, { first: 100 })).nodes.map(({ number }) => number)).not.toContain(invoice.number);
  });

  it('is recorded whole or not at all', async () => {
    const invoice = await owing();
    await expect(record(row('299', invoice.number), row('x', 'y'))).rejects.toMatchObject({ code: 'STATEMENT.ROW', details: { row: 3 } });
    expect(await stands(invoice)).toEqual(['issued', 29_900, 'issued']);
  });
});

describe('a booking that nobody can tell', () => {
  it('is assigned by hand, to several invoices in pieces, and never beyond what it is', async () => {
    const [one, two] = [await owing(), await owing()];
    const reference = `两张 ${randomUUID()}`;
    await record(row('598', reference));
    const entryId = await openEntry(reference);
    const assign = (invoiceNumber: string, amountMinor: number | null): Promise<unknown> => payments.assign(staff, { entryId, invoiceNumber, amountMinor });
    await expect(assign('TN-209901-000001', null)).rejects.toMatchObject({ code: 'INVOICE.NOT_FOUND' });
    await expect(assign(one.number, 59_801)).rejects.toMatchObject({ code: 'BANK_ENTRY.TOO_MUCH', details: { left: 59_800 } });
    const outcomes = await Promise.allSettled([assign(one.number, 29_900), assign(one.number, 29_900)]);
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'done')).sort()).toEqual(['INVOICE.NOTHING_OWED', 'done']);
    await assign(two.number, null);
    await expect(assign(two.number, null)).rejects.toMatchObject({ code: 'BANK_ENTRY.TOO_MUCH', details: { left: 0 } });
    expect([await stands(one), await stands(two)]).toEqual([['paid', 0, 'paid'], ['paid', 0, 'paid']]);
    await expect(payments.assign(staff, { entryId: randomUUID(), invoiceNumber: one.number, amountMinor: null })).rejects.toMatchObject({ code: 'BANK_ENTRY.NOT_FOUND' });
  });
});

describe('an assignment to the wrong invoice', () => {
  it('is taken back once, with a reason: the invoice is owed again by its own day, and the booking pays another company’s', async () => {
    const [wrong, right] = [await owing(), await owing()];
    const reference = `记错 ${randomUUID()}`;
    await record(row('299', reference));
    const entryId = await openEntry(reference);
    await payments.assign(staff, { entryId, invoiceNumber: wrong.number, amountMinor: null });
    const payment = async ({ company, id }: OwingCompany) => (await new ReadInvoices(world.db.tenant).get(world.actor(company), id)).payments[0]!;
    const { id: paymentId, isAssigned } = await payment(wrong);
    expect([isAssigned, await stands(wrong)]).toEqual([true, ['paid', 0, 'paid']]);
    const takeBack = (reason = '付的是另一家', id = paymentId) => new TakeBackPayment(world.db.system).execute(staff, { paymentId: id, reason });
    await expect(takeBack(' ')).rejects.toMatchObject({ code: 'PAYMENT.REASON' });
    await expect(takeBack('x', randomUUID())).rejects.toMatchObject({ code: 'PAYMENT.NOT_FOUND' });
    const outcomes = await Promise.allSettled([takeBack(), takeBack(), takeBack()]);
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'done')).sort()).toEqual(['PAYMENT.NOT_ASSIGNED', 'PAYMENT.NOT_ASSIGNED', 'done']);
    expect([await stands(wrong), (await payment(wrong)).isAssigned]).toEqual([['issued', 29_900, 'issued'], false]);
    await payments.assign(staff, { entryId, invoiceNumber: right.number, amountMinor: null });
    expect(await stands(right)).toEqual(['paid', 0, 'paid']);
    expect((await payments.entries(staff, { first: 100 })).nodes.find(({ id }) => id === entryId)).toMatchObject({ assignedMinor: 29_900, invoiceNumbers: [right.number] });
    expect(await world.database.sql('SELECT action, details->>\'reason\' AS reason FROM audit_entry WHERE tenant_id = $1 ORDER BY seq', [wrong.company])).toEqual([{ action: 'invoice.payment-recorded', reason: null }, { action: 'invoice.payment-taken-back', reason: '付的是另一家' }]);
    expect((await world.database.sql(`SELECT payload->>'kind' AS kind FROM outbox WHERE tenant_id = $1`, [wrong.company])).map(({ kind }) => kind as string).sort()).toEqual(['invoice.paid', 'invoice.payment-taken-back']);
  });

  it('that is taken back after its invoice was due leaves it late, and the company where it stands', async () => {
    const invoice = await owing();
    await record(row('299', invoice.number));
    await world.database.sql(`SET session_replication_role = replica; UPDATE invoice SET due_on = current_date - 9 WHERE id = '${invoice.id}'; SET session_replication_role = origin`);
    const standing = (): Promise<unknown[]> => world.database.sql('SELECT state, because FROM company_standing WHERE tenant_id = $1', [invoice.company]);
    const before = await standing();
    const { id } = (await new ReadInvoices(world.db.tenant).get(world.actor(invoice.company), invoice.id)).payments[0]!;
    await new TakeBackPayment(world.db.system).execute(staff, { paymentId: id, reason: '记错' });
    expect([await stands(invoice), await standing()]).toEqual([['overdue', 29_900, 'overdue'], before]);
  });

  it('is no payment by card, nor a refund', async () => {
    const invoice = await owing();
    const [refund] = await world.database.sql<{ id: string }>(`INSERT INTO payment (tenant_id, id, invoice_id, kind, amount_minor, paid_on, recorded_by) VALUES ($1, gen_random_uuid(), $2, 'payment', 5, current_date, $1) RETURNING id`, [invoice.company, invoice.id]);
    await expect(new TakeBackPayment(world.db.system).execute(staff, { paymentId: refund!.id, reason: 'x' })).rejects.toMatchObject({ code: 'PAYMENT.NOT_ASSIGNED' });
  });
});

describe('a credit note', () => {
  it('takes back what it says and no more, whoever else writes one, and voids what it takes back whole', async () => {
    const invoice = await owing();
    const credit = (amountMinor: number): Promise<unknown> => invoices.credit(staff, { invoiceNumber: invoice.number, reason: '停机一天', parts: [{ lineNo: 1, amountMinor }] });
    const outcomes = await Promise.allSettled([credit(PART), credit(PART)]);
    expect(outcomes.map((outcome) => (outcome.status === 'rejected' ? (outcome.reason as { code: string }).code : 'done')).sort()).toEqual(['CREDIT_NOTE.TOO_MUCH', 'done']);
    expect(await stands(invoice)).toEqual(['issued', 9_900, 'issued']);
    await credit(9_900);
    expect(await stands(invoice)).toEqual(['void', 0, 'void']);
    expect(await world.database.sql('SELECT number, gross_minor::int AS gross, tax_minor::int AS tax FROM credit_note WHERE invoice_id = $1 ORDER BY note_no', [invoice.id])).toEqual([
      { number: `${invoice.number}-R1`, gross: -20_000, tax: -1_132 },
      { number: `${invoice.number}-R2`, gross: -9_900, tax: -560 },
    ]);
    await expect(credit(1)).rejects.toMatchObject({ code: 'CREDIT_NOTE.TOO_MUCH' });
    await expect(invoices.credit(staff, { invoiceNumber: invoice.number, reason: ' ', parts: [] })).rejects.toMatchObject({ code: 'CREDIT_NOTE.REASON' });
  });

  it('of a paid invoice leaves what is to be paid back', async () => {
    const invoice = await owing();
    await record(row('299', invoice.number));
    await invoices.credit(staff, { invoiceNumber: invoice.number, reason: '多算', parts: [{ lineNo: 1, amountMinor: 29_900 }] });
    expect(await stands(invoice)).toEqual(['void', -29_900, 'void']);
    await payments.refund(staff, { invoiceNumber: invoice.number, amountMinor: 29_900, paidOn: '2026-11-06', note: '' });
    expect(await stands(invoice)).toEqual(['void', 0, 'void']);
  });
});
