import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { colleagueOf } from './clients/colleague.js';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { newAccount, press, signIn } from './portal/entering.js';
import { verifyAddress } from './portal/outbox.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(byTurns([
  ['zh-CN', PHONE, { company: '南翔注塑', name: '李工' }],
  ['en', DESKTOP, { company: 'Nanxiang Moulding', name: 'Li' }],
], 'en'))('one’s own account, in %s', (language: Language, viewport, names) => {
  const t = wordsOf(language);

  it('the last owner is told why they cannot go; somebody else takes their data along, deletes their account and is out', async () => {
    const account = newAccount(names.company);
    const owner = await Person.signUp(names.company, { email: account.email, password: account.password });
    await verifyAddress(account.email);
    const colleague = await colleagueOf(owner, names.name, 'engineer');
    await inWindow(browser, { language, viewport, name: `${language}-own-account` }, async (page) => {
      await owner.enterWindow(page.context());
      await page.goto('/settings/security');
      await press(page, t('ownAccount.delete'));
      await page.getByLabel(t('ownAccount.dialog.password'), { exact: true }).fill(account.password);
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: t('ownAccount.dialog.submit'), exact: true }).click();
      await page.getByText(t('ownAccount.dialog.companies', { names: names.company })).waitFor();
      await picture(page, `${language}-own-account-1-last-owner`);

      await page.context().clearCookies();
      await colleague.person.enterWindow(page.context());
      await page.goto('/settings/security');
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t('ownAccount.download'), exact: true }).click()]);
      expect(file.suggestedFilename()).toMatch(/^tenon-own-data-.*\.json$/);
      await press(page, t('ownAccount.delete'));
      const submit = page.getByRole('dialog').getByRole('button', { name: t('ownAccount.dialog.submit'), exact: true });
      await page.getByLabel(t('ownAccount.dialog.password'), { exact: true }).fill('not my password');
      await submit.click();
      await page.getByText(t('errors.AUTH.WRONG_PASSWORD.what')).waitFor();
      await picture(page, `${language}-own-account-2-delete`);
      await page.getByLabel(t('ownAccount.dialog.password'), { exact: true }).fill(colleague.password);
      await submit.click();
      await page.getByText(t('auth.signIn.accountDeleted')).waitFor();
      await picture(page, `${language}-own-account-3-gone`);
      await signIn(page, t, colleague);
      await page.getByText(t('errors.AUTH.WRONG_CREDENTIALS.what')).waitFor();
    });
  });
});
