import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(byTurns([
  ['zh-CN', PHONE, '宝山冲压厂'],
  ['en', DESKTOP, 'Baoshan Pressing'],
], 'zh-CN'))('the life of a company, in %s', (language: Language, viewport, called) => {
  const t = wordsOf(language);

  it('ends when its owner types its name, has nothing left but the way out, and begins again where it was', async () => {
    const company = `${called} ${process.pid} ${Date.now()}`;
    const owner = await Person.signUp(company);
    await inWindow(browser, { language, viewport, name: `${language}-standing` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/settings/standing');
      await page.getByText(t('standing.lets.machines.yes')).waitFor();
      await picture(page, `${language}-standing-1-trial`);

      await press(page, `${t('standing.close.action')}…`);
      const name = page.getByLabel(t('standing.close.name', { company }));
      await name.fill(called);
      await press(page, t('standing.close.confirm'));
      await page.getByText(t('standing.close.other')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-standing-2-closing`);
      await name.fill(company);
      await press(page, t('standing.close.confirm'));
      await page.getByText(t('standing.lets.machines.no')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-standing-3-closed`);

      // Links too, in a frame that was made while the company was open.
      await page.getByRole('link', { name: t('frame.nav.machines'), exact: true }).first().click();
      await page.waitForURL('**/settings/standing');
      await page.getByText(t('standing.lets.machines.no')).waitFor();
      // Whatever else is opened leads here; what was taken along may still be seen.
      await page.goto('/machines');
      await page.waitForURL('**/settings/standing');
      await page.goto('/settings/exit');
      await page.getByText(t('exit.answer')).waitFor();

      await page.goto('/settings/standing');
      await press(page, t('standing.reopen.action'));
      await page.getByText(t('standing.lets.machines.yes')).waitFor();
      await page.goto('/machines');
      expect(new URL(page.url()).pathname).toBe('/machines');
    });
  });
});
