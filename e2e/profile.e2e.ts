import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Its check character would be C. */
const FAILS_ITS_CHECK = '91310000631696382D';

/** 4 pixels a side, of one green. */
const LOGO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEElEQVQI12PgqomCIwbiOABnQw4BPCkRfgAAAABJRU5ErkJggg==', 'base64');

describe.each(byTurns([
  ['zh-CN', DESKTOP, '宝山模具'],
  ['en', PHONE, 'Baoshan Tooling'],
], 'en'))('the profile of a company, in %s', (language: Language, viewport, called) => {
  const t = wordsOf(language);

  it('shows a logo that was uploaded wherever the company’s name stands, and its initials again when it is gone', async () => {
    const account = { email: `logo-${process.pid}-${Date.now()}@example.com`, password: 'a long enough secret' };
    const name = `${called} ${process.pid} ${Date.now()} L`;
    const owner = await Person.signUp(name, account);
    const { viewer } = await owner.ask<{ viewer: { name: string; tenant: { id: string } } }>('{ viewer { name tenant { id } } }');
    await owner.ask('mutation { createCompany(input: { name: "Elsewhere" }) { id } }');
    const go = (to: string): Promise<unknown> => owner.ask('mutation ($id: ID!) { switchCompany(id: $id) { id } }', { id: to });
    await go(viewer.tenant.id);
    await inWindow(browser, { language, viewport, name: `${language}-logo` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/settings/profile');
      const choose = async (button: string, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
        const chooser = page.waitForEvent('filechooser');
        await press(page, button);
        await (await chooser).setFiles(file);
      };
      await choose(t('settings.logo.choose'), { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') });
      await page.getByText(t('errors.LOGO.FORMAT.what')).waitFor();
      await choose(t('settings.logo.choose'), { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: LOGO });
      const shown = page.locator('main img[src^="/api/company/logo?digest="]');
      await shown.waitFor();
      await page.waitForFunction(() => [...document.querySelectorAll('img')].every((image) => image.complete && image.naturalWidth === 4));
      await expectAccessible(page);
      await picture(page, `${language}-logo-1-there`);
      if (viewport === PHONE) await page.getByRole('banner').locator('img').first().waitFor();
      await page.getByRole('banner').getByRole('button', { name: t('frame.person.open', { name: viewer.name || account.email }) }).click();
      await page.getByRole('menuitemcheckbox', { name }).locator('img[src^="/api/company/place-logo?"]').waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-logo-1-menu`);
      await page.getByRole('menuitemcheckbox', { name: 'Elsewhere' }).click();
      await page.waitForURL('**/home');
      await page.getByRole('banner').getByRole('button', { name: t('frame.person.open', { name: viewer.name || account.email }) }).click();
      await page.getByRole('menuitemcheckbox', { name }).locator('img').waitFor();
      await page.waitForFunction(() => [...document.querySelectorAll('[role=menu] img')].every((image) => (image as HTMLImageElement).naturalWidth === 4));
      await picture(page, `${language}-logo-1-elsewhere`);
      const staff = await Person.signIn(platform().demo.staffEmail, platform().demo.staffPassword);
      await inWindow(browser, { language, viewport, name: `${language}-logo-office` }, async (office, officeContext) => {
        await staff.enterWindow(officeContext);
        await office.goto(`/admin/companies/${viewer.tenant.id}`);
        await office.locator('main h1 img').waitFor();
        await expectAccessible(office);
        await picture(office, `${language}-logo-1-office`);
      });
      await go(viewer.tenant.id);
      await page.goto('/settings/profile');
      await press(page, t('settings.logo.remove'));
      await shown.waitFor({ state: 'detached' });
      await picture(page, `${language}-logo-2-gone`);
    });
  });

  it('keeps a credit code whose check fails, until the office has compared it with the register', async () => {
    const company = `${called} ${process.pid} ${Date.now()}`;
    const owner = await Person.signUp(company);
    const { staffEmail, staffPassword } = platform().demo;
    const staff = await Person.signIn(staffEmail, staffPassword);
    await inWindow(browser, { language, viewport, name: `${language}-profile` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/settings/profile');
      await page.getByLabel(t('settings.profile.legalName'), { exact: true }).fill(company);
      await page.getByLabel(t('settings.profile.creditCode'), { exact: true }).fill('123');
      await press(page, t('frame.save'));
      await page.getByText(t('errors.COMPANY.CREDIT_CODE_FORM.what')).waitFor();
      await page.getByLabel(t('settings.profile.creditCode'), { exact: true }).fill('9131 0000 6316 9638 2d');
      await page.getByLabel(t('settings.profile.employees'), { exact: true }).fill('120');
      await page.getByLabel(t('settings.profile.yearlyRevenue'), { exact: true }).fill('3,600.5');
      await page.getByText(t('settings.profile.sizeIs', { size: t('settings.profile.size.SMALL') })).waitFor();
      await press(page, t('settings.profile.copyFromRegister'));
      await press(page, t('frame.save'));
      await page.getByText(t('settings.profile.creditCodeState.TO_REVIEW')).waitFor();
      for (const label of ['creditCode', 'taxNumber']) expect(await page.getByLabel(t(`settings.profile.${label}`), { exact: true }).inputValue()).toBe(FAILS_ITS_CHECK);
      await expectAccessible(page);
      await picture(page, `${language}-profile-1-to-review`);

      await inWindow(browser, { language, viewport, name: `${language}-profile-office` }, async (office, officeContext) => {
        await staff.enterWindow(officeContext);
        await office.goto('/admin?state=CODE_TO_REVIEW');
        await office.getByText(company).first().click();
        await office.waitForURL('**/admin/companies/*');
        await press(office, t('office.profile.confirm'));
        await office.getByText(t('office.profile.codeState.CONFIRMED'), { exact: true }).waitFor();
        await expectAccessible(office);
        await picture(office, `${language}-profile-2-confirmed`);
      });
      await page.reload();
      await page.getByText(t('settings.profile.creditCodeState.CONFIRMED')).waitFor();
    });
  });
});
