import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inWindow, openBrowser } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { newAccount } from './portal/entering.js';
import { activate, focusOn, type } from './portal/keyboard.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const t = wordsOf('en');

describe('by the keyboard alone', () => {
  it('a person signs up, skips to the content, opens and leaves a menu, names and renames a machine', async () => {
    await inWindow(browser, { language: 'en', name: 'keyboard' }, async (page) => {
      const account = newAccount('Keyboard Ltd');
      await page.goto('/sign-up');
      await type(page, page.getByLabel(t('auth.companyName'), { exact: true }), account.companyName);
      await type(page, page.getByLabel(t('auth.email'), { exact: true }), account.email);
      await type(page, page.getByLabel(t('auth.password'), { exact: true }), account.password);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/home');

      // The first thing that Tab reaches leads past the rail.
      await page.reload();
      const skip = page.getByRole('link', { name: t('frame.skip') });
      await page.keyboard.press('Tab');
      await focusOn(skip);
      await page.keyboard.press('Enter');
      await focusOn(page.getByRole('main'));
      await page.keyboard.press('Tab');
      await focusOn(page.getByRole('button', { name: t('home.first.simulated.action') }));

      // A menu opens by Enter, is walked by arrows, and gives the focus back.
      const person = page.getByRole('button', { name: t('frame.person.open', { name: account.email.split('@')[0]! }) }).or(page.getByRole('banner').getByRole('button').last());
      await activate(page, person.first());
      await page.getByRole('menu').waitFor();
      await focusOn(page.getByRole('menuitem').first());
      await page.keyboard.press('ArrowDown');
      await focusOn(page.getByRole('menuitem').nth(1));
      await page.keyboard.press('Escape');
      await focusOn(person.first());

      // A simulated machine; a dialog from a menu takes the focus, keeps it, and gives it back.
      await activate(page, page.getByRole('button', { name: t('home.first.simulated.action') }));
      await page.waitForURL('**/machines/*');
      const actions = page.getByRole('button', { name: t('machines.actionsShort'), exact: true });
      await activate(page, actions);
      await page.getByRole('menu').waitFor();
      await focusOn(page.getByRole('menuitem', { name: t('machines.rename.title') }));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      for (let step = 0; step < 6; step += 1) {
        await page.keyboard.press('Tab');
        expect(await dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true);
      }
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await focusOn(actions);
    });
  });
});
