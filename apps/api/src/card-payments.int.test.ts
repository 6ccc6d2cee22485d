import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppointStaff } from '@tenon/identity/api';
import { stripeServer, type StripeServer } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { whoIs } from './testing/colleagues.js';
import { invoiceOf } from './testing/companies-with-apps.js';
import { testApi, type TestApi, type TestPerson } from './testing/test-api.js';

let api: TestApi;
let stripe: StripeServer;
beforeAll(async () => {
  stripe = await stripeServer();
  api = await testApi(stripe.env);
});
guardBystander({ database: () => api.database, shown: () => api.takeShown() });
afterAll(async () => {
  await api.close();
  await stripe.close();
});

const PAY = 'mutation ($id: ID!) { payByCard(invoiceId: $id) { url } }';
const INVOICE = 'query ($id: ID!) { invoice(id: $id) { state owedMinor cards { id state amountMinor failure dispute refunds { id } } } payee { takesCards } }';
const invoiceFor = async (person: TestPerson) => invoiceOf(api, (await whoIs(person)).tenant!.id);
const send = (body: string, headers: Record<string, string>): Promise<Response> => fetch(`${api.url}/api/webhooks/stripe`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });

describe('an invoice paid by card', () => {
  it('is paid once the payment service says so, over plain HTTP, and to nobody else', async () => {
    const owner = await api.newcomer('Cards');
    const { id, number } = await invoiceFor(owner);
    const { payByCard } = await owner.get<{ payByCard: { url: string } }>(PAY, { id });
    expect(payByCard.url).toBe('https://checkout.stripe.example/cs_test_1');
    const object = { object: 'checkout.session', metadata: { tenon_attempt: stripe.sessions[0]!.asked.get('client_reference_id') }, payment_status: 'paid', payment_intent: 'pi_1', amount_total: 29_900, currency: 'cny' };
    const { body, signature } = stripe.signed({ id: 'evt_1', type: 'checkout.session.completed', object });
    // The signature is over the bytes: the same said with another space is not signed.
    for (const [said, by] of [[body, 'no'], [body.replace('{', '{ '), signature], ['', signature]] as const) {
      const answer = await send(said, { 'stripe-signature': by });
      expect([answer.status, (await answer.json()) as object]).toMatchObject([400, { error: {} }]);
    }
    for (let times = 0; times < 2; times += 1) expect((await send(body, { 'stripe-signature': signature })).status).toBe(200);
    const other = stripe.signed({ id: 'evt_2', type: 'invoice.finalized', object: { object: 'invoice' } });
    expect((await send(other.body, { 'stripe-signature': other.signature })).status).toBe(200);
    expect(await owner.get(INVOICE, { id })).toMatchObject({ payee: { takesCards: true }, invoice: { state: 'PAID', owedMinor: 0, cards: [{ state: 'PAID', amountMinor: 29_900, failure: null, dispute: null, refunds: [] }] } });
    expect((await owner.ask(PAY, { id })).errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'INVOICE.NOTHING_OWED', details: { number } }]);
  });

  it('is not begun by whoever did not verify their address', async () => {
    const owner = await api.signUp('Not verified');
    const { id } = await invoiceFor(owner);
    expect((await owner.ask(PAY, { id })).errors?.map(({ extensions }) => extensions.code)).toEqual(['AUTH.EMAIL_NOT_VERIFIED']);
  });
});

describe('a message that nobody can place', () => {
  const PASSWORD = 'quite a long secret';
  const LIST = '{ doubtfulCardEvents { openCount nodes { id problem isSettled decisions { isSettled reason decidedBy } } } }';
  const DECIDE = (what: string): string => `mutation ($input: CardEventDecisionInput!) { ${what}(input: $input) { isSettled decisions { isSettled reason decidedBy decidedAt } } }`;

  async function staff(role: 'finance' | 'support' | 'review' | 'root'): Promise<TestPerson> {
    const email = `${role}@tenon.example`;
    await api.app.get(AppointStaff, { strict: false }).execute({ email, password: PASSWORD, name: role, role });
    return api.signIn(email, PASSWORD);
  }

  it('is dealt with by whoever looks after payments and by root, and by nobody else', async () => {
    const { body, signature } = stripe.signed({ id: 'evt_lost', type: 'refund.created', object: { object: 'refund', payment_intent: 'pi_lost', metadata: {}, status: 'succeeded', amount: 100, currency: 'cny' } });
    expect((await send(body, { 'stripe-signature': signature })).status).toBe(200);
    const [finance, root] = [await staff('finance'), await staff('root')];
    const input = { id: 'evt_lost', reason: 'of another shop' };
    for (const person of [await staff('support'), await staff('review'), await api.newcomer('Somebody else')]) {
      for (const what of ['settleCardEvent', 'reopenCardEvent']) expect((await person.ask(DECIDE(what), { input })).errors?.map(({ extensions }) => extensions.code)).toEqual(['AUTH.FORBIDDEN']);
    }
    expect(await finance.get(LIST)).toEqual({ doubtfulCardEvents: { openCount: 1, nodes: [{ id: 'evt_lost', problem: 'UNKNOWN', isSettled: false, decisions: [] }] } });
    await finance.get(DECIDE('settleCardEvent'), { input });
    expect((await root.ask(DECIDE('settleCardEvent'), { input })).errors?.map(({ extensions }) => extensions)).toMatchObject([{ code: 'CARD.MESSAGE_SETTLED', details: { by: 'finance@tenon.example', at: expect.stringMatching(/Z$/) } }]);
    const decision = { isSettled: true, reason: 'of another shop', decidedBy: 'finance@tenon.example' };
    expect(await root.get(LIST)).toEqual({ doubtfulCardEvents: { openCount: 0, nodes: [{ id: 'evt_lost', problem: 'UNKNOWN', isSettled: true, decisions: [decision] }] } });
    expect(await root.get(DECIDE('reopenCardEvent'), { input: { ...input, reason: 'it was ours' } })).toMatchObject({ reopenCardEvent: { isSettled: false, decisions: [{ isSettled: false, reason: 'it was ours', decidedBy: 'root@tenon.example' }, decision] } });
  });
});

it('where no payment service is set up nothing is offered, begun or believed', async () => {
  const without = await testApi();
  const owner = await without.newcomer('Transfers');
  const { id } = await invoiceOf(without, (await whoIs(owner)).tenant!.id);
  expect(await owner.get(INVOICE, { id })).toMatchObject({ payee: { takesCards: false } });
  expect((await owner.ask(PAY, { id })).errors?.map(({ extensions }) => extensions.code)).toEqual(['CARD.OFF']);
  expect((await without.post('/api/webhooks/stripe', {})).status).toBe(409);
  await without.close();
});
