import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inWindow, openBrowser } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { newAccount } from './portal/entering.js';
import { activate, focusOn, tabTo, type } from './portal/keyboard.js';
import { chooseColumns, downloadRows, keepView, walkPalette } from './portal/palette.js';
import { prepareTour, windowOf } from './portal/visits.js';

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

  it('a table and its columns, a chart, the palette and the tariff’s boundaries are worked', async () => {
    const { ids, accountOf } = await prepareTour();
    const { page, context, faults } = await windowOf(browser, 'en', accountOf.member);
    await page.goto('/machines');
    const rows = page.getByRole('table').locator('[data-row]');
    await tabTo(page, rows.first());
    await page.keyboard.press('ArrowDown');
    await focusOn(rows.nth(1));
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/machines\/(?!new)[^/?]+/);

    await page.goto(`/machines/${ids.machine}?range=24h`);
    const chart = page.getByRole('img', { name: /kW/ }).first();
    await page.locator('canvas').first().waitFor();
    await tabTo(page, chart);
    await page.keyboard.press('+');
    await page.waitForURL(/from=\d+.*to=\d+|from=.*&to=/);

    await walkPalette(page, t, { id: ids.machine, name: await page.getByRole('heading', { level: 1 }).innerText() });
    await chooseColumns(page, t);
    expect(await downloadRows(page, t, 3)).toEqual([expect.stringContaining(t('machines.columns.name')), ...Array.from({ length: 3 }, () => expect.stringMatching(/,\d+,\d{4}-\d\d-\d\d /))]);
    await keepView(page, t);

    await page.goto(`/apps/${ids.subscription}/setup`);
    const edge = page.getByRole('slider').first();
    await tabTo(page, edge);
    const before = await edge.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowRight');
    expect(await edge.getAttribute('aria-valuetext')).not.toBe(before);
    expect(faults).toEqual([]);
    await context.close();
  });
});
