import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { buffer } from 'node:stream/consumers';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';
import { verifyAddress } from './portal/outbox.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ADD = 'mutation ($name: String!) { createDevice(input: { name: $name }) { device { id } } }';

/** Whether a list is as wide as its cards, so that no line of it runs on beside them. */
const endsWithLast = (list: Locator): Promise<boolean> => list.evaluate((box) => Math.abs(Math.max(...[...box.children].map((card) => card.getBoundingClientRect().right)) - box.getBoundingClientRect().right) < 2);

describe.each(byTurns([
  ['zh-CN', DESKTOP, '宝山冲压'],
  ['en', PHONE, 'Baoshan Stamping'],
], 'en'))('a company’s plan, in %s', (language: Language, viewport, called) => {
  const t = wordsOf(language);

  it('is tried, bought at the price that was shown, capped, agreed away and taken back; the office raises a quota, and notes what is paid and what is taken back', async () => {
    const company = `${called} ${process.pid} ${Date.now()}`;
    const account = { email: `buyer-${process.pid}-${Date.now()}@example.com`, password: 'a long enough secret' };
    const owner = await Person.signUp(company, account);
    await verifyAddress(account.email);
    const { staffEmail, staffPassword } = platform().demo;
    const staff = await Person.signIn(staffEmail, staffPassword);
    await inWindow(browser, { language, viewport, name: `${language}-plan` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/settings/plan');
      await page.locator('[data-plan=TRIAL]').getByText(t('plan.offers.current')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-1-trial`);

      await page.locator('[data-plan=STARTER]').getByRole('button').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(t('plan.change.dueNow')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-2-bill`);
      const { planChangePreview } = await owner.ask<{ planChangePreview: { dueNowMinor: number } }>('{ planChangePreview(plan: STARTER) { dueNowMinor } }');
      const due = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY' }).format(planChangePreview.dueNowMinor / 100);
      await dialog.getByRole('button', { name: t('plan.change.agreeNow', { amount: due }), exact: true }).click();
      await page.locator('[data-plan=STARTER]').getByText(t('plan.offers.current')).waitFor();
      // The trial is no longer offered, and the row of plans ends with its last.
      await page.locator('[data-plan=TRIAL]').waitFor({ state: 'detached' });
      await page.setViewportSize(DESKTOP);
      expect(await endsWithLast(page.locator('ul', { has: page.locator('[data-plan]') }))).toBe(true);
      await page.setViewportSize(viewport);

      await owner.ask(ADD, { name: 'one' });
      await page.reload();
      await page.locator('[data-meter=DEVICES]').getByRole('button').click();
      await page.getByRole('dialog').getByLabel(t('plan.cap.field'), { exact: true }).fill('1');
      await press(page, t('frame.save'));
      await page.locator('[data-meter=DEVICES]').getByText(t('plan.state.REACHED')).waitFor();
      await picture(page, `${language}-plan-3-capped`);
      await expect(owner.ask(ADD, { name: 'two' })).rejects.toThrow('QUOTA.REACHED');
      await page.goto('/home');
      await page.getByRole('link', { name: t('home.quota.open') }).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-4-home`);

      await owner.ask('mutation { setCap(input: { meter: DEVICES, cap: null }) { today } }');
      await page.goto('/settings/plan');
      await page.locator('[data-plan=STANDARD]').getByRole('button').click();
      await page.getByRole('dialog').getByRole('button', { name: new RegExp(t('plan.change.agreeNow').split('{')[0] ?? '') }).click();
      await page.locator('[data-plan=STANDARD]').getByText(t('plan.offers.current')).waitFor();
      await page.locator('[data-plan=STARTER]').getByRole('button').click();
      await page.getByRole('dialog').getByRole('button', { name: t('plan.change.agreeLater'), exact: true }).click();
      await page.locator('[data-plan=STARTER]').getByText(t('plan.offers.agreed')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-5-agreed`);
      await page.goto('/settings/invoices');
      await page.getByText(t('invoices.change')).nth(1).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-6-invoices`);
      await page.getByRole('link', { name: t('invoices.next.open'), exact: true }).click();
      await page.waitForURL('**/settings/invoices/next');
      await page.getByText(t('invoices.lines'), { exact: true }).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-6-next`);
      await page.goBack();
      await page.getByRole('link', { name: /^TN-/ }).last().click();
      await page.waitForURL('**/settings/invoices/*');
      await page.getByText(due).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plan-7-invoice`);
      const file = page.waitForEvent('download');
      await page.getByRole('link', { name: t('invoices.pdf'), exact: true }).click();
      expect((await file).suggestedFilename()).toMatch(/^TN-\d{6}-\d{6}\.pdf$/);
      expect(await buffer(await (await file).createReadStream()).then((bytes) => [bytes.subarray(0, 5).toString(), bytes.includes('FontFile2')])).toEqual(['%PDF-', true]);

      await page.goto('/settings/plan');
      await press(page, t('plan.agreed.withdraw'));
      await page.getByText(t('plan.agreed.withdrawn'), { exact: true }).waitFor();
      await page.locator('[data-plan=STARTER]').getByRole('button').waitFor();

      await inWindow(browser, { language, viewport, name: `${language}-plan-office` }, async (office, officeContext) => {
        await staff.enterWindow(officeContext);
        await office.goto('/admin?plan=STANDARD');
        await office.getByText(company).first().click();
        await office.waitForURL('**/admin/companies/*');
        await press(office, t('office.plan.quota'));
        await office.getByRole('dialog').getByLabel(t('office.plan.value'), { exact: true }).fill('77');
        await press(office, t('frame.save'));
        await office.getByText(t('office.plan.of', { used: '1', limit: '77' })).waitFor();
        await expectAccessible(office);
        await picture(office, `${language}-plan-8-office`);

        // Two invoices: one is paid by its number, of the other a part is taken back and the rest is paid by hand.
        const { invoices } = await owner.ask<{ invoices: { nodes: { id: string; number: string; grossMinor: number }[] } }>('{ invoices(first: 2) { nodes { id number grossMinor } } }');
        const [second, first] = invoices.nodes;
        const payer = `付款人 ${process.pid} ${Date.now()}`;
        await office.goto('/admin/billing');
        await office.getByText(first!.number, { exact: true }).first().waitFor();
        await expectAccessible(office);
        await picture(office, `${language}-plan-9-open`);
        await press(office, t('billing.statement.open'));
        const rows = [`2026-11-05,${first!.grossMinor / 100},x,${first!.number.toLowerCase()},a-${payer}`, `2026-11-05,10.00,${payer},?,b-${payer}`];
        await office.getByRole('dialog').getByLabel(t('billing.statement.text'), { exact: true }).fill(['date,amount,payer,reference,id', ...rows].join('\n'));
        await expectAccessible(office);
        await picture(office, `${language}-plan-10-statement`);
        await press(office, t('frame.save'));
        await office.getByText(t('billing.statement.done', { recorded: '2', matched: '1', known: '0' }), { exact: true }).waitFor();
        await office.getByText(first!.number, { exact: true }).first().waitFor({ state: 'detached' });

        await office.goto(`/admin/billing/${second!.id}`);
        await press(office, t('billing.invoice.creditOpen'));
        await office.getByRole('dialog').getByRole('textbox').nth(0).fill('0');
        await office.getByRole('dialog').getByRole('textbox').nth(1).fill('1.00');
        await office.getByRole('dialog').getByLabel(t('billing.credit.reason'), { exact: true }).fill('停机一小时');
        await expectAccessible(office);
        await picture(office, `${language}-plan-11-credit`);
        await press(office, t('frame.save'));
        await office.getByText(`${second!.number}-R1`).first().waitFor();

        const assign = async (): Promise<void> => {
          await office.goto('/admin/billing?view=unassigned');
          await office.getByRole('row').filter({ hasText: payer }).getByRole('button').click();
          await office.getByRole('dialog').getByLabel(t('billing.assign.number'), { exact: true }).fill(second!.number);
          await press(office, t('frame.save'));
          await office.getByText(payer).first().waitFor({ state: 'detached' });
          await office.goto(`/admin/billing/${second!.id}`);
        };
        await assign();
        await press(office, t('billing.takeBack.open'));
        await office.getByRole('dialog').getByLabel(t('billing.takeBack.reason'), { exact: true }).fill('记错了');
        await expectAccessible(office);
        await press(office, t('frame.save'));
        await office.getByRole('listitem').filter({ hasText: t('invoices.moves.takenBack') }).waitFor();
        await assign();
        await office.getByRole('button', { name: t('billing.takeBack.open'), exact: true }).waitFor();
        await office.getByRole('listitem').filter({ hasText: t('invoices.moves.payment') }).filter({ hasText: '10.00' }).first().waitFor();
        await expectAccessible(office);
        await picture(office, `${language}-plan-12-invoice`);
      });
      await page.goto('/settings/invoices');
      await page.getByText(t('invoices.state.PAID'), { exact: true }).waitFor();
      await page.getByRole('link', { name: /^TN-/ }).first().click();
      await page.getByRole('listitem').filter({ hasText: '停机一小时' }).waitFor();
      await picture(page, `${language}-plan-13-paid`);
    });
  });
});
