import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { text } from 'node:stream/consumers';
import { workbookFile } from '../packages/tables/src/testing/workbook-file.js';
import { send } from './clients/device.js';
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

const ROW = (...texts: readonly string[]): string => `<row>${texts.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('')}</row>`;

describe.each(byTurns([
  ['zh-CN', PHONE, '名称', '注塑机'],
  ['en', DESKTOP, 'name', 'Press'],
], 'zh-CN'))('machines by a list, in %s', (language: Language, viewport, head, name) => {
  const t = wordsOf(language);
  const say = (key: string): string => t(`machines.import.${key}`);

  it('are checked row by row, put right, made in one go, and send with the tokens of the file', async () => {
    const owner = await Person.signUp('Importer');
    await inWindow(browser, { language, viewport, name: `${language}-import` }, async (page: Page, context) => {
      await owner.enterWindow(context);
      await page.goto('/machines/new');
      await page.getByRole('link', { name: say('wayLink'), exact: true }).click();
      await page.waitForURL('**/machines/import');
      await page.getByRole('button', { name: say('choose'), exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-import-1-empty`);

      const choose = async (file: string, buffer: Buffer): Promise<void> => page.locator('input[type=file]').setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer });
      await choose('list.xlsx', await workbookFile({ rows: ROW(head, 'token', 'serial') + ROW(`${name} 1`, '', '0012') + ROW(`${name} 1`, 'short', '') }));
      const faults = page.getByRole('table', { name: say('faults') });
      await faults.getByText(t('errors.DEVICE_LIST.NAME_TWICE.what', { otherRow: '2' })).waitFor();
      await faults.getByText(t('errors.DEVICE_LIST.TOKEN_SHAPE.what')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-import-2-faults`);

      await choose('list.csv', Buffer.from(`${head},token,serial\n${name} 1,,0012\n${name} 2,,\n`));
      await page.getByText(say('readyBody')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-import-3-ready`);
      expect(await owner.ask('{ devices { totalCount } }')).toEqual({ devices: { totalCount: 0 } });
      await page.getByRole('main').getByRole('status').getByRole('button').click();
      await page.getByText(say('doneBody')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-import-4-done`);
      const download = page.waitForEvent('download');
      await press(page, say('save'));
      const [first, ...rows] = (await text(await (await download).createReadStream())).replace('\uFEFF', '').trim().split('\r\n').map((line) => line.split(','));
      expect(first).toEqual([head, 'token', 'serial']);
      expect(rows.map(([called]) => called)).toEqual([`${name} 1`, `${name} 2`]);
      for (const [, token = ''] of rows) expect(await send(token, { power_kw: 1 })).toBe(200);
      await page.getByRole('link', { name: say('toList'), exact: true }).click();
      await page.getByRole('link', { name: `${name} 2`, exact: true }).waitFor();
    });
  });
});
