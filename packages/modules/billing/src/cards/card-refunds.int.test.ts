import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { refundCard } from '@tenon/contracts/jobs';
import { systemActor } from '@tenon/domain/identity';
import { guardBystander } from '@tenon/testing/bystander';
import { randomUUID } from 'node:crypto';
import { OfficeCards } from '../application/office-cards.js';
import { OfficePayments } from '../application/office-payments.js';
import { SendCardRefund } from '../application/send-card-refund.js';
import { RefundCardHandler } from '../jobs/refund-card.handler.js';
import { cardWorld, FINANCE, type CardWorld } from '../testing/card-world.js';
import type { OwingCompany } from '../testing/owing-company.js';

let world: CardWorld;
beforeAll(async () => (world = await cardWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const dispute = ({ number }: OwingCompany, status: string): object => ({ object: 'dispute', payment_intent: `pi_${number}`, amount: 29_900, currency: 'cny', status });

describe('a refund to a card', () => {
  const refund = (invoice: OwingCompany, amountMinor: number, attemptId = world.attemptOf(invoice)) => new OfficeCards(world.db.system).refund(FINANCE, { attemptId, amountMinor });
  /** Does what is promised and not done, each twice, as a worker may. */
  const work = async ({ company }: OwingCompany): Promise<void> => {
    const rows = await world.database.sql<{ payload: { refundId: string } }>(`SELECT payload FROM outbox WHERE tenant_id = $1 AND job = $2`, [company, refundCard.name]);
    const handler = new RefundCardHandler(new SendCardRefund(world.db.system, world.cards));
    for (const { payload } of [...rows, ...rows]) await handler.handle({ payload, actor: systemActor(company) } as Parameters<RefundCardHandler['handle']>[0]);
  };
  const sentFor = ({ number }: OwingCompany) => world.stripe.refunds.filter((asked) => asked.get('payment_intent') === `pi_${number}`);

  it('of an invoice that was paid twice goes back once, to the fen, and never beyond', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    await world.transfer('299', invoice);
    await world.tell('checkout.session.completed', world.session(invoice));
    expect(await world.stands(invoice)).toMatchObject({ state: 'paid', owedMinor: -29_900 });
    await expect(refund(invoice, 29_901)).rejects.toMatchObject({ code: 'REFUND.TOO_MUCH', details: { left: 29_900 } });
    const outcomes = await Promise.allSettled([refund(invoice, 29_900), refund(invoice, 29_900), refund(invoice, 29_900)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    // What is on its way is not sent by the bank as well.
    await expect(new OfficePayments(world.db.system).refund(FINANCE, { invoiceNumber: invoice.number, amountMinor: 1, paidOn: '2026-11-06', note: '' })).rejects.toMatchObject({ code: 'REFUND.TOO_MUCH', details: { left: 0 } });
    await work(invoice);
    await world.tell('refund.created', { object: 'refund', payment_intent: `pi_${invoice.number}`, metadata: { tenon_refund: sentFor(invoice)[0]!.get('metadata[tenon_refund]') }, status: 'succeeded', amount: 29_900, currency: 'cny' });
    expect(sentFor(invoice).map((asked) => asked.get('amount'))).toEqual(['29900']);
    expect(await world.stands(invoice)).toMatchObject({ state: 'paid', owedMinor: 0, refunds: ['done 29900'] });
    await expect(refund(invoice, 1, randomUUID())).rejects.toMatchObject({ code: 'CARD.NOT_FOUND' });
  });

  it('that Stripe refuses is shown as failed and may be asked for anew; one that comes back is to be paid back again', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    await world.transfer('299', invoice);
    await world.tell('checkout.session.completed', world.session(invoice));
    world.stripe.failNext(1, 400, { type: 'invalid_request_error', code: 'balance_insufficient', message: 'no' });
    await refund(invoice, 29_900);
    await work(invoice);
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: -29_900, refunds: ['failed 29900'] });
    world.stripe.answerRefunds('pending');
    await refund(invoice, 29_900);
    await work(invoice);
    world.stripe.answerRefunds('succeeded');
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: -29_900, refunds: ['failed 29900', 'sent 29900'] });
    const tells = (status: string) => world.tell('refund.updated', { object: 'refund', payment_intent: `pi_${invoice.number}`, metadata: { tenon_refund: sentFor(invoice)[0]!.get('metadata[tenon_refund]') }, status, failure_reason: 'lost_or_stolen_card', amount: 29_900, currency: 'cny' }, 2);
    await tells('succeeded');
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: 0, refunds: ['failed 29900', 'done 29900'] });
    await tells('failed');
    await tells('succeeded');
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: -29_900, refunds: ['failed 29900', 'failed 29900'] });
    await refund(invoice, 29_900);
  });

  it('that does not reach Stripe waits, as nobody knows', async () => {
    const invoice = await world.paid();
    await world.database.sql(`INSERT INTO payment (tenant_id, id, invoice_id, kind, amount_minor, paid_on, recorded_by) VALUES ($1, gen_random_uuid(), $2, 'payment', 500, current_date, $1)`, [invoice.company, invoice.id]);
    await refund(invoice, 500);
    world.stripe.failNext(3, 500, { type: 'api_error', message: 'down' });
    await expect(work(invoice)).rejects.toMatchObject({ code: 'CARD.UNAVAILABLE' });
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: -500, refunds: ['asked 500'] });
    await work(invoice);
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: 0, refunds: ['done 500'] });
  });

  it('goes back of two cards that paid one invoice no more than is to be paid back together', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    const first = world.attemptOf(invoice);
    await world.database.sql(`UPDATE card_attempt SET started_at = started_at - interval '26 minutes' WHERE id = $1`, [first]);
    await world.press(invoice);
    const second = world.attemptOf(invoice);
    for (const [attempt, intent] of [[first, 'pi_a'], [second, 'pi_b']]) await world.tell('checkout.session.completed', world.session(invoice, { metadata: { tenon_attempt: attempt }, payment_intent: `${intent} ${invoice.number}` }));
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: -29_900, card: 'paid' });
    await refund(invoice, 20_000, first);
    await expect(refund(invoice, 9_901, second)).rejects.toMatchObject({ code: 'REFUND.TOO_MUCH', details: { left: 9_900 } });
    await refund(invoice, 9_900, second);
  });

  it('that somebody sent at Stripe itself is for the office', async () => {
    const invoice = await world.paid();
    await world.tell('refund.created', { object: 'refund', payment_intent: `pi_${invoice.number}`, metadata: {}, status: 'succeeded', amount: 100, currency: 'cny' });
    expect([await world.stands(invoice), await world.doubtful(invoice)]).toMatchObject([{ owedMinor: 0 }, ['refund-elsewhere']]);
  });
});

describe('a dispute', () => {
  it('is told, and what it takes back is owed again, once', async () => {
    const invoice = await world.paid();
    await world.tell('charge.dispute.created', dispute(invoice, 'needs_response'));
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: 0, dispute: 'open' });
    await world.tell('charge.dispute.closed', dispute(invoice, 'lost'), 2);
    await world.tell('charge.dispute.created', dispute(invoice, 'needs_response'));
    await world.tell('charge.dispute.closed', dispute(invoice, 'won'));
    expect(await world.stands(invoice)).toMatchObject({ state: 'issued', owedMinor: 29_900, dispute: 'lost' });
    expect(await world.raised(invoice)).toEqual(['invoice.paid', 'invoice.card-disputed', 'invoice.card-disputed']);
  });

  it('that comes before the payment it is about waits for it', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    await world.tell('charge.dispute.closed', dispute(invoice, 'won'));
    expect(await world.doubtful(invoice)).toEqual(['unknown']);
    await world.tell('checkout.session.completed', world.session(invoice));
    expect([await world.doubtful(invoice), await world.stands(invoice)]).toMatchObject([[], { state: 'paid', dispute: 'won', owedMinor: 0 }]);
  });
});
