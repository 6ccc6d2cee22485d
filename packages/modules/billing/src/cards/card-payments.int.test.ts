import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guardBystander } from '@tenon/testing/bystander';
import { TakeCardEvent } from '../application/take-card-event.js';
import { cardWorld, type CardWorld } from '../testing/card-world.js';

let world: CardWorld;
beforeAll(async () => (world = await cardWorld()));
afterAll(() => world.close());
guardBystander({ database: () => world.database });

describe('paying by card', () => {
  it('asks for what is owed in fen, once however often it is pressed', async () => {
    const invoice = await world.owing();
    const pages = await Promise.all([world.press(invoice), world.press(invoice), world.press(invoice)]);
    expect(new Set(pages.map(({ url }) => url)).size).toBe(1);
    const [page, ...others] = world.pagesOf(invoice);
    expect(others).toEqual([]);
    const asked = Object.fromEntries(page!);
    expect(asked).toMatchObject({ mode: 'payment', 'line_items[0][price_data][unit_amount]': '29900', 'line_items[0][price_data][currency]': 'cny', success_url: `https://tenon.example/settings/invoices/${invoice.id}?card=back` });
    expect(await world.stands(invoice)).toMatchObject({ state: 'issued', owedMinor: 29_900, card: 'open' });
    await world.database.sql('UPDATE card_attempt SET started_at = started_at - interval \'26 minutes\' WHERE invoice_id = $1', [invoice.id]);
    await world.press(invoice);
    expect(world.pagesOf(invoice)).toHaveLength(2);
  });

  it('leaves what it began for the next press where Stripe does not answer, and says what Stripe refused', async () => {
    const invoice = await world.owing();
    world.stripe.failNext(3, 500, { type: 'api_error', message: 'down' });
    await expect(world.press(invoice)).rejects.toMatchObject({ code: 'CARD.UNAVAILABLE' });
    world.stripe.failNext(1, 400, { type: 'invalid_request_error', code: 'amount_too_small', message: 'no' });
    await expect(world.press(invoice)).rejects.toMatchObject({ code: 'CARD.REFUSED', details: { why: 'amount_too_small' } });
    await world.press(invoice);
    expect(world.pagesOf(invoice)).toHaveLength(1);
    await world.transfer('299', invoice);
    await expect(world.press(invoice)).rejects.toMatchObject({ code: 'INVOICE.NOTHING_OWED' });
    const others = await world.owing();
    await expect(world.press({ ...invoice, company: others.company })).rejects.toMatchObject({ code: 'INVOICE.NOT_FOUND' });
  });

  it('settles the invoice once, however often, by however many and under whatever number it is told', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    await world.tell('checkout.session.completed', world.session(invoice, { payment_status: 'unpaid' }));
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: 29_900, card: 'open' });
    await world.tell('checkout.session.completed', world.session(invoice), 5);
    await world.tell('checkout.session.async_payment_succeeded', world.session(invoice), 2);
    await world.tell('checkout.session.expired', world.session(invoice));
    await world.tell('customer.created', { object: 'customer' });
    expect(await world.stands(invoice)).toEqual({ state: 'paid', owedMinor: 0, card: 'paid', failure: null, dispute: null, refunds: [] });
    expect(await world.raised(invoice)).toEqual(['invoice.paid']);
    expect((await world.database.sql<{ action: string; actor_kind: string }>('SELECT action, actor_kind FROM audit_entry WHERE tenant_id = $1 ORDER BY seq', [invoice.company])).map(({ action, actor_kind: by }) => `${action} ${by}`)).toEqual(['invoice.card-payment-begun user', 'invoice.payment-recorded system']);
  });

  it('believes nothing that is not signed, signed by another, changed on its way, or old', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    const event = { id: 'evt_x', type: 'checkout.session.completed', object: world.session(invoice) };
    const { body, signature } = world.stripe.signed(event);
    const old = world.stripe.signed(event, Math.floor(Date.now() / 1_000) - 301);
    const take = (text: string, by: string): Promise<void> => new TakeCardEvent(world.db.system, world.cards).execute(Buffer.from(text), by);
    for (const [text, by] of [[body, ''], [body.replace('29900', '2'), signature], [old.body, old.signature], [body, 't=1,v1=00']] as const) await expect(take(text, by)).rejects.toMatchObject({ code: 'CARD.SIGNATURE' });
    expect(await world.stands(invoice)).toMatchObject({ owedMinor: 29_900, card: 'open' });
  });

  it.each([['amount', { amount_total: 29_800 }], ['currency', { currency: 'usd' }]] as const)('with another %s closes nothing and is for the office', async (problem, wrong) => {
    const invoice = await world.owing();
    await world.press(invoice);
    await world.tell('checkout.session.completed', world.session(invoice, wrong));
    expect(await world.stands(invoice)).toMatchObject({ state: 'issued', owedMinor: 29_900, card: 'failed', failure: 'misfit' });
    expect(await world.doubtful(invoice)).toEqual([problem]);
  });

  it('shows why a card was refused, takes the next one, and tells when the bank says no in the end', async () => {
    const invoice = await world.owing();
    await world.press(invoice);
    await world.tell('payment_intent.payment_failed', { object: 'payment_intent', metadata: { tenon_attempt: world.attemptOf(invoice) }, last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' } });
    expect(await world.stands(invoice)).toMatchObject({ card: 'open', failure: 'insufficient_funds' });
    await world.tell('checkout.session.async_payment_failed', world.session(invoice), 2);
    expect([await world.stands(invoice), await world.raised(invoice)]).toMatchObject([{ card: 'failed', owedMinor: 29_900 }, ['invoice.card-failed']]);
    await world.tell('checkout.session.async_payment_succeeded', world.session(invoice));
    expect(await world.stands(invoice)).toMatchObject({ card: 'paid', owedMinor: 0 });
  });
});

