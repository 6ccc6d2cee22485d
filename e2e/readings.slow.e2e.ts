import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from './clients/device.js';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const COUNT = 200;

/** What is downloaded by pressing the dialog's button. */
async function taken(page: Page, t: Words): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: t('machines.exportReadings.action'), exact: true }).click();
  const download = await waiting;
  const pieces: Buffer[] = [];
  for await (const piece of await download.createReadStream()) pieces.push(piece as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(pieces) };
}

describe.each([['zh-CN', DESKTOP], ['zh-CN', PHONE], ['en', PHONE]] as const)('readings of a machine, of machines that are chosen and of a place, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-readings-${viewport.width}`;

  it(`are taken along as a file, at ${viewport.width} px`, async () => {
    const person = await Person.signUp('嘉定精密');
    const machine = await person.addMachine('空压机 1');
    const firstMs = Math.floor(Date.now() / 60_000) * 60_000 - COUNT * 1_000;
    await send(machine.token, Array.from({ length: COUNT }, (_, n) => ({ ts: firstMs + n * 1_000, values: { pressure_bar: 7 + (n % 5) / 10, mode: n % 2 ? 'load' : 'idle' } })));
    await eventually(() => person.ask<{ device: { series: unknown[] } }>(`{ device(id: "${machine.id}") { series { id } } }`), ({ device }) => device.series.length === 2);
    const { createPlace } = await person.ask<{ createPlace: { id: string } }>('mutation { createPlace(input: { kind: SITE, name: "一厂" }) { id } }');
    await person.ask(`mutation { placeDevice(input: { id: "${machine.id}", placeId: "${createPlace.id}" }) { id } }`);
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto(`/machines/${machine.id}`);
      await page.getByRole('button', { name: t('machines.actionsShort') }).click();
      await page.getByRole('menuitem', { name: t('machines.exportReadings.open') }).click();
      await page.getByRole('dialog').getByText(t('machines.exportReadings.parquet')).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-0-dialog`);
      const csv = await taken(page, t);
      const lines = csv.bytes.toString('utf8').trimEnd().split('\r\n');
      expect([csv.name.endsWith('.csv'), lines.length, lines[0]]).toEqual([true, 1 + 2 * COUNT, '\uFEFFmachine_id,machine,metric,unit,time,number,text,boolean,json']);
      await page.getByText(t('machines.exportReadings.done').split('{')[0] ?? '').first().waitFor();
      await picture(page, `${name}-1-done`);

      await page.goto(`/machines?place=${createPlace.id}`);
      await page.getByRole('checkbox', { name: t('frame.selection.row', { name: '空压机 1' }) }).click();
      await page.getByRole('button', { name: t('plant.bulk.menu') }).click();
      await picture(page, `${name}-2-menu`);
      await page.getByRole('menuitem', { name: t('plant.bulk.items.READINGS') }).click();
      await page.getByRole('dialog').getByText(t('machines.exportReadings.parquet')).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-3-chosen`);
      const chosen = await taken(page, t);
      expect([chosen.name.endsWith('.csv'), chosen.bytes.toString('utf8').trimEnd().split('\r\n').length]).toEqual([true, 1 + 2 * COUNT]);
      if (viewport === PHONE) return;
      await page.goto(`/machines?place=${createPlace.id}`);
      await page.getByRole('button', { name: t('plant.actionsOf', { name: '一厂' }) }).click();
      await page.getByRole('menuitem', { name: t('plant.exportReadings') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(t('machines.exportReadings.grain')).selectOption('minute');
      await dialog.getByText('Parquet', { exact: true }).click();
      await picture(page, `${name}-4-place`);
      const parquet = await taken(page, t);
      expect([parquet.name.endsWith('.parquet'), parquet.bytes.subarray(0, 4).toString(), parquet.bytes.subarray(-4).toString()]).toEqual([true, 'PAR1', 'PAR1']);
    });
  });
});
