import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { newAccount, press } from './portal/entering.js';
import { mailedLink } from './portal/outbox.js';
import { offered, openPalette } from './portal/palette.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Invites somebody in one of the platform's roles, and takes the link out of the mail. */
async function invite(page: Page, t: Words, email: string, roleId: string): Promise<string> {
  await page.goto('/settings/people');
  await press(page, t('people.invite.action'));
  await page.getByLabel(t('people.invite.email'), { exact: true }).fill(email);
  await page.getByRole('radio', { name: t(`people.roles.${roleId}.name`) }).check();
  await expectAccessible(page);
  await press(page, t('people.invite.send'));
  await page.getByText(t('people.invite.done', { email })).first().waitFor();
  return mailedLink(email, '/invitation');
}

/** Sees what waits for a verified address, opens the link in the mail beside it, and comes back. */
async function verify(page: Page, t: Words, email: string, name: string): Promise<void> {
  const asked = page.getByText(t('frame.verify.ask'), { exact: true });
  await page.goto('/settings/people');
  await asked.waitFor();
  await expectAccessible(page);
  await picture(page, `${name}-0-unverified`);
  await press(page, t('frame.verify.send'));
  // Whether another is written depends on how long ago the person signed up; either way they are told.
  await page.getByText(t('errors.AUTH.VERIFICATION_MAIL_TOO_SOON.what')).or(page.getByText(t('frame.verify.sent'))).first().waitFor();
  const mail = await page.context().newPage();
  // Without a network for a moment, the link stays good.
  await mail.route('**/api/auth/verify-email', (route) => route.abort(), { times: 1 });
  await mail.goto(await mailedLink(email, '/verify-email'));
  // Opening it is what a mail scanner does too.
  await press(mail, t('auth.verify.confirm'));
  await press(mail, t('frame.retry'));
  await mail.getByText(t('auth.verify.doneTitle')).waitFor();
  await expectAccessible(mail);
  await picture(mail, `${name}-0-verified`);
  await mail.getByRole('link', { name: t('auth.verify.enter'), exact: true }).click();
  await mail.waitForURL('**/home');
  await mail.close();
  // A browser that is driven never takes the focus away from a page, and so does not give it back.
  await page.evaluate('dispatchEvent(new Event("focus"))');
  await asked.or(page.getByText(t('frame.verify.sent'))).first().waitFor({ state: 'detached' });
}

/** Opens what can be done with somebody, and asks for one of it. */
async function act(page: Page, t: Words, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: t('people.actionsFor', { name }), exact: true }).click();
  await page.getByRole('menuitem', { name: t(action), exact: true }).click();
}

/** The company's own page names the company that one is in. */
async function isIn(page: Page, company: string): Promise<void> {
  await page.goto('/settings');
  await page.getByRole('main').getByText(company).first().waitFor();
}

describe.each(byTurns([
  ['zh-CN', DESKTOP, { owner: '宝山注塑', own: '杨浦模具', name: '王工' }],
  ['en', PHONE, { owner: 'Baoshan Moulding', own: 'Yangpu Tooling', name: 'Wang' }],
], 'zh-CN'))('people of a company, in %s', (language: Language, viewport, names) => {
  const t = wordsOf(language);
  const name = `${language}-people`;

  it('somebody is invited, joins, sees what the role shows, is given another, is removed, and goes between two companies', async () => {
    const [account, invited] = [newAccount(''), newAccount('')];
    const company = `${names.owner} ${invited.email.slice(8, -12)}`;
    const owner = await Person.signUp(company, { email: account.email, password: account.password });
    await inWindow(browser, { language, viewport, name: `${name}-owner` }, async (office, officeContext) => {
      await owner.enterWindow(officeContext);
      await verify(office, t, account.email, name);
      const link = await invite(office, t, invited.email, 'operator');
      await inWindow(browser, { language, viewport, name: `${name}-invited` }, async (page) => {
        await page.goto(link);
        await page.getByLabel(t('auth.invitation.newName'), { exact: true }).fill(names.name);
        await page.getByLabel(t('auth.password'), { exact: true }).fill(invited.password);
        await expectAccessible(page);
        await picture(page, `${name}-1-invitation`);
        await press(page, t('auth.invitation.signUpAndJoin'));
        await page.waitForURL('**/home');
        await page.goto('/settings/people');
        await page.getByText(t('people.mayNotInvite')).waitFor();
        await expect(page.getByRole('link', { name: t('people.tabs.audit'), exact: true }).count()).resolves.toBe(0);
        // Nor does the palette lead to what the role does not show.
        await openPalette(page, t);
        await offered(page, t('frame.palette.pages.roles')).waitFor();
        await expect(offered(page, new RegExp(`^(${t('frame.palette.pages.audit')}|${t('frame.palette.pages.plan')})`)).count()).resolves.toBe(0);
        await picture(page, `${name}-1-palette`);
        await page.goto('/settings/people/me');
        await page.getByText(t('people.member.reason.GRANTED_BY_ROLE', { role: t('people.roles.operator.name') })).first().waitFor();

        await office.goto('/settings/people');
        await act(office, t, names.name, 'people.change.action');
        await office.getByRole('radio', { name: t('people.roles.engineer.name') }).check();
        await press(office, t('people.change.save'));
        await office.getByText(t('people.change.done', { name: names.name, role: t('people.roles.engineer.name') })).first().waitFor();
        await picture(office, `${name}-2-people`);
        await page.reload();
        await page.getByText(t('people.member.reason.GRANTED_BY_ROLE', { role: t('people.roles.engineer.name') })).first().waitFor();

        await act(office, t, names.name, 'people.remove.action');
        await press(office, t('people.remove.action'));
        await office.getByText(t('people.remove.done', { name: names.name })).first().waitFor();
        await page.goto('/machines');
        await page.waitForURL('**/companies?next=*');
        await page.getByText(t('auth.companies.titleNone')).first().waitFor();
        await expectAccessible(page);
        await picture(page, `${name}-3-no-company`);
        await page.getByLabel(t('auth.companyName'), { exact: true }).fill(names.own);
        await press(page, t('auth.companies.create'));
        await page.waitForURL((url) => url.pathname === '/machines' || url.pathname === '/home');

        await page.goto(await invite(office, t, invited.email, 'viewer'));
        await press(page, t('auth.invitation.accept'));
        await page.waitForURL('**/home');
        await isIn(page, company);
        await page.getByRole('banner').getByRole('button', { name: t('frame.person.open', { name: names.name }) }).click();
        await page.getByRole('menuitemcheckbox', { name: names.own }).click();
        await page.waitForURL('**/home');
        await isIn(page, names.own);
        await page.goto('/settings/people/me');
        await page.getByText(t('people.member.reason.GRANTED_BY_ROLE', { role: t('people.roles.owner.name') })).first().waitFor();
      });
    });
  });
});
