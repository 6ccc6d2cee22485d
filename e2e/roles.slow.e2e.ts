import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { colleagueOf } from './clients/colleague.js';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { newAccount, press } from './portal/entering.js';
import { verifyAddress } from './portal/outbox.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Opens what can be done with somebody, or with a role, and asks for one of it. */
async function act(page: Page, of: string, action: string): Promise<void> {
  await page.getByRole('button', { name: of, exact: true }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** Waits until somebody’s own page says by which role they may what they may. */
async function hasRole(page: Page, t: Words, role: string): Promise<void> {
  await page.goto('/settings/people/me');
  await page.getByText(t('people.member.reason.GRANTED_BY_ROLE', { role })).first().waitFor();
}

describe.each([
  ['zh-CN', DESKTOP, { company: '宝山压铸', role: '班长', colleague: '李班长' }],
  ['en', PHONE, { company: 'Baoshan Diecasting', role: 'Shift leader', colleague: 'Li' }],
] as const)('who may what in a company, in %s', (language: Language, viewport, names) => {
  const t = wordsOf(language);
  const name = `${language}-roles`;
  const look = async (page: Page, what: string): Promise<void> => {
    await expectAccessible(page);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `${name}-${what}`);
  };

  it('a role of its own is made, given, changed under the one who has it, and deleted; the company is handed over, and left', async () => {
    const account = newAccount(`${names.company} ${process.pid} ${Date.now()}`);
    const owner = await Person.signUp(account.companyName, account);
    await verifyAddress(account.email);
    const { id: machine } = await owner.addMachine('1#');
    const colleague = await colleagueOf(owner, names.colleague, 'viewer');
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/settings/roles');
      await press(page, t('people.own.create'));
      await press(page, t('people.roleForm.save'));
      await page.getByText(t('people.roleForm.nameMissing'), { exact: true }).waitFor();
      await page.getByLabel(t('people.roleForm.name'), { exact: true }).fill(names.role);
      await page.getByRole('dialog').getByRole('checkbox', { name: t('people.permissions.device:update') }).check();
      await look(page, '1-new');
      await press(page, t('people.roleForm.save'));
      await page.getByText(t('people.roleForm.created', { name: names.role })).first().waitFor();
      await look(page, '2-roles');

      await page.goto('/settings/people');
      await act(page, t('people.actionsFor', { name: names.colleague }), t('people.change.action'));
      await page.getByRole('radio', { name: names.role }).check();
      await press(page, t('people.change.save'));
      await page.getByText(t('people.change.done', { name: names.colleague, role: names.role })).first().waitFor();

      await inWindow(browser, { language, viewport, name: `${name}-colleague` }, async (theirs, theirContext) => {
        const rename = (called: string): Promise<unknown> => colleague.person.ask('mutation ($id: ID!, $name: String!) { renameDevice(input: { id: $id, name: $name }) { id } }', { id: machine, name: called });
        await colleague.person.enterWindow(theirContext);
        await hasRole(theirs, t, names.role);
        await look(theirs, '3-own-access');
        await rename('2#');
        await expect(colleague.person.ask('mutation ($id: ID!) { deleteDevice(id: $id) }', { id: machine })).rejects.toThrow('AUTH.FORBIDDEN');

        await page.goto('/settings/roles');
        await act(page, t('people.own.actionsFor', { name: names.role }), t('people.own.edit'));
        await page.getByRole('dialog').getByRole('checkbox', { name: t('people.permissions.device:update') }).uncheck();
        await press(page, t('people.roleForm.save'));
        await page.getByText(t('people.roleForm.saved', { name: names.role })).first().waitFor();
        await expect(rename('3#')).rejects.toThrow('AUTH.FORBIDDEN');

        // While somebody has it, it stays; and says why.
        await act(page, t('people.own.actionsFor', { name: names.role }), t('people.own.delete'));
        await press(page, t('people.own.delete'));
        await page.getByRole('alertdialog').getByRole('alert').waitFor();
        await look(page, '4-kept');
        await page.keyboard.press('Escape');

        await page.goto('/settings/people');
        await act(page, t('people.actionsFor', { name: names.colleague }), t('people.transfer.action'));
        await press(page, t('people.transfer.confirm'));
        await page.getByText(t('people.transfer.passwordMissing'), { exact: true }).waitFor();
        await page.getByLabel(t('people.transfer.password'), { exact: true }).fill(account.password);
        await page.getByText(t('people.transfer.passwordMissing'), { exact: true }).waitFor({ state: 'detached' });
        await look(page, '5-transfer');
        await press(page, t('people.transfer.confirm'));
        await page.getByText(t('people.transfer.done', { name: names.colleague })).first().waitFor();
        await hasRole(theirs, t, t('people.roles.owner.name'));

        // Nobody has the role any more; the new owner deletes it, as the former one is an administrator now.
        await theirs.goto('/settings/roles');
        await act(theirs, t('people.own.actionsFor', { name: names.role }), t('people.own.delete'));
        await press(theirs, t('people.own.delete'));
        await theirs.getByText(t('people.roleDelete.done', { name: names.role })).first().waitFor();
      });

      await hasRole(page, t, t('people.roles.admin.name'));
      await page.goto('/settings/people');
      await press(page, t('people.leave.action'));
      await look(page, '6-leave');
      await page.getByRole('alertdialog').getByRole('button', { name: t('people.leave.action'), exact: true }).click();
      await page.waitForURL('**/companies');
      await page.getByText(t('auth.companies.titleNone')).first().waitFor();
    });
  });
});
