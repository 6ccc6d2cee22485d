import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { stripeServer, type StripeServer } from '../packages/testing/src/stripe-server.js';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { platform, stripeEnv } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { newAccount, press } from './portal/entering.js';
import { verifyAddress } from './portal/outbox.js';

let browser: Browser;
let stripe: StripeServer;
beforeAll(async () => {
  [browser, stripe] = [await openBrowser(), await stripeServer(stripeEnv())];
});
afterAll(async () => {
  await browser.close();
  await stripe.close();
});

/** Says something to the platform as Stripe does. */
async function tell(type: string, object: object): Promise<void> {
  const { body, signature } = stripe.signed({ id: `evt_${type}_${Date.now()}`, type, object });
  const response = await fetch(`${platform().portalUrl}/api/webhooks/stripe`, { method: 'POST', headers: { 'content-type': 'application/json', 'stripe-signature': signature }, body });
  expect(response.status).toBe(200);
}

/** The payment service's page: somebody goes through it, or back. */
async function standInForCheckout(page: Page): Promise<void> {
  await page.route('https://checkout.stripe.example/*', async (route) => {
    const session = stripe.sessions.find(({ id }) => route.request().url().endsWith(`/${id}`));
    const link = (way: 'success_url' | 'cancel_url'): string => `<a href="${session?.asked.get(way) ?? ''}">${way}</a>`;
    await route.fulfill({ contentType: 'text/html', body: `<!doctype html>${link('success_url')} ${link('cancel_url')}` });
  });
}

/** A company that has just bought its first plan, and owes for it. */
async function owingCompany(called: string): Promise<{ readonly owner: Person; readonly invoice: { readonly id: string; readonly number: string; readonly grossMinor: number } }> {
  const account = newAccount(`${called} ${process.pid} ${Date.now()}`);
  const owner = await Person.signUp(account.companyName, account);
  await verifyAddress(account.email);
  const { planChangePreview } = await owner.ask<{ planChangePreview: { dueNowMinor: number } }>('{ planChangePreview(plan: STARTER) { dueNowMinor } }');
  await owner.ask('mutation ($due: Int!) { changePlan(input: { plan: STARTER, dueNowMinor: $due }) { today } }', { due: planChangePreview.dueNowMinor });
  const { invoices } = await owner.ask<{ invoices: { nodes: { id: string; number: string; grossMinor: number }[] } }>('{ invoices(first: 1) { nodes { id number grossMinor } } }');
  return { owner, invoice: invoices.nodes[0]! };
}

describe.each([['zh-CN', DESKTOP, '宝山轧辊'], ['en', PHONE, 'Baoshan Rolls']] as const)('an invoice paid by card, in %s', (language: Language, viewport, called) => {
  const t = wordsOf(language);
  const name = `${language}-cards`;
  const money = (minor: number): string => new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' }).format(minor / 100);
  const look = async (page: Page, what: string): Promise<void> => {
    await expectAccessible(page);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `${name}-${what}`);
  };

  it('is left, refused, paid and confirmed without a reload; a part goes back to the card; what fits no invoice is dealt with', async () => {
    const { owner, invoice } = await owingCompany(called);
    const newest = () => stripe.sessions.at(-1)!.asked;
    const about = (): object => ({ metadata: { tenon_attempt: newest().get('client_reference_id') } });
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await owner.enterWindow(context);
      await standInForCheckout(page);
      const goThrough = async (way: 'success_url' | 'cancel_url'): Promise<void> => {
        await press(page, t('invoices.card.pay'));
        await page.getByRole('link', { name: way, exact: true }).click();
        await page.waitForURL(`**/settings/invoices/${invoice.id}*`);
      };
      await page.goto(`/settings/invoices/${invoice.id}`);
      await look(page, '1-open');
      await goThrough('cancel_url');
      // Somebody who turned back reads nothing of it, and may pay.
      await page.getByRole('button', { name: t('invoices.card.pay'), exact: true }).waitFor();
      await goThrough('success_url');
      await page.getByText(t('invoices.card.confirming'), { exact: true }).waitFor();
      await look(page, '2-confirming');
      await tell('payment_intent.payment_failed', { object: 'payment_intent', ...about(), last_payment_error: { decline_code: 'insufficient_funds' } });
      await page.goto(`/settings/invoices/${invoice.id}`);
      await page.getByText(t('invoices.card.declined'), { exact: true }).waitFor();
      await look(page, '3-declined');
      await goThrough('success_url');
      const object = { object: 'checkout.session', ...about(), payment_status: 'paid', payment_intent: `pi_${invoice.number}`, amount_total: invoice.grossMinor, currency: 'cny' };
      expect(Number(newest().get('line_items[0][price_data][unit_amount]'))).toBe(invoice.grossMinor);
      await tell('checkout.session.completed', object);
      await page.getByText(t('invoices.state.PAID'), { exact: true }).first().waitFor();
      await look(page, '4-paid');

      const { staffEmail, staffPassword } = platform().demo;
      const staff = await Person.signIn(staffEmail, staffPassword);
      await inWindow(browser, { language, viewport, name: `${name}-office` }, async (office, officeContext) => {
        await staff.enterWindow(officeContext);
        await office.goto(`/admin/billing/${invoice.id}`);
        await press(office, t('billing.invoice.creditOpen'));
        await office.getByRole('dialog').getByRole('textbox').nth(0).fill('1.00');
        await office.getByRole('dialog').getByLabel(t('billing.credit.reason'), { exact: true }).fill('停机一小时');
        await press(office, t('frame.save'));
        await press(office, t('billing.invoice.cardRefundOpen'));
        await expect(office.getByRole('dialog').getByLabel(t('billing.cardRefund.amount'), { exact: true }).inputValue()).resolves.toBe('1.00');
        await look(office, '5-refund');
        await press(office, t('frame.save'));
        await office.getByText(t('billing.cardRefund.done'), { exact: true }).first().waitFor();
        // What is on its way to the card is not to be sent by transfer as well.
        await office.getByText(t('billing.invoice.refundOpen'), { exact: true }).waitFor({ state: 'detached' });
        await look(office, '6-refunded');

        // Money that fits nothing is for a person, who says what became of it.
        const stray = `pi_stray_${language}_${Date.now()}`;
        await tell('checkout.session.completed', { ...object, metadata: { tenon_attempt: randomUUID() }, payment_intent: stray });
        await office.goto('/admin/billing?view=cards');
        const row = office.getByRole('row').filter({ hasText: stray });
        await row.getByRole('button', { name: t('billing.cards.settle'), exact: true }).click();
        await office.getByRole('dialog').getByLabel(t('billing.cards.decide.reason'), { exact: true }).fill('已在支付平台退回 refunded there');
        await look(office, '8-deal-with');
        await office.getByRole('dialog').getByRole('button', { name: t('billing.cards.decide.settle'), exact: true }).click();
        await office.getByText(t('billing.cards.decide.doneSettle'), { exact: true }).first().waitFor();
        await row.getByText(t('billing.cards.isSettled'), { exact: true }).waitFor();
        await look(office, '9-dealt-with');
      });
      expect(stripe.refunds.map((asked) => [asked.get('payment_intent'), asked.get('amount')])).toContainEqual([`pi_${invoice.number}`, '100']);
      await page.goto(`/settings/invoices/${invoice.id}`);
      await page.getByText(money(100)).first().waitFor();
      await page.getByText(t('invoices.moves.payment')).first().waitFor();
      await look(page, '7-refunded');
    });
  });
});
