import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible, settled } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['zh-CN', DESKTOP],
  ['en', PHONE],
] as const)('the plant, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const say = (key: string): string => t(`plant.${key}`);
  const isPhone = viewport === PHONE;

  /** Brings the tree into sight: beside the list, or in its sheet. */
  async function tree(page: Page) {
    if (isPhone) await page.getByRole('button', { name: /^(Place: )/ }).click();
    const found = page.getByRole('tree', { name: say('title') });
    await found.waitFor();
    return found;
  }

  it('is made from nothing, walked by keys, filled by many machines at once, and remembers one that is retired', async () => {
    const owner = await Person.signUp('Plant');
    const { id } = await owner.addMachine('Press 1');
    await owner.addMachine('Press 2');
    await inWindow(browser, { language, viewport, name: `${language}-plant` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/machines');
      await tree(page);
      await expectAccessible(page);
      await picture(page, `${language}-plant-1-empty`);
      await press(page, say('firstSite'));
      await page.getByLabel(say('name'), { exact: true }).fill('Works');
      await expectAccessible(page);
      await press(page, say('make'));
      await eventually(() => owner.ask<{ plantTree: { places: object[] } }>('{ plantTree { places { place { name } } } }'), ({ plantTree }) => plantTree.places.length === 1);

      await page.goto('/machines');
      const found = await tree(page);
      await found.getByRole('treeitem', { name: say('all') }).focus();
      await page.keyboard.press('w');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Works');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');

      await page.goto('/machines');
      await settled(page);
      await page.getByRole('table').getByRole('checkbox').last().click();
      // The other is not chosen: all that match are more than those.
      await page.getByRole('button', { name: /全部 2 台|all 2 that match/ }).click();
      await page.getByRole('button', { name: say('bulk.menu') }).click();
      await page.getByRole('menuitem', { name: say('bulk.items.PLACE') }).click();
      await page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Works' });
      await expectAccessible(page);
      await picture(page, `${language}-plant-2-move`);
      await page.getByRole('button', { name: /对 2 台执行|Do it for 2/ }).click();
      await page.getByText(/完成 2 台|2 machines done/).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plant-3-moved`);
      await press(page, say('bulk.fine'));

      await page.goto(`/machines/${id}`);
      await page.getByRole('link', { name: 'Works' }).waitFor();
      await page.getByRole('button', { name: t('machines.actionsShort') }).click();
      await page.getByRole('menuitem', { name: say('machine.retire') }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: say('machine.retire') }).click();
      await page.getByText(t('machines.answer.retired')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-plant-4-retired`);
      expect(await owner.ask('{ devices { totalCount } plantTree { retired } }')).toEqual({ devices: { totalCount: 1 }, plantTree: { retired: 1 } });
    });
  });
});
