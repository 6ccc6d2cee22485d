import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A quarter of a year by the minute: some megabytes, so that it goes in parts. */
const ROWS = 130_000;
const FROM = Date.UTC(2026, 0, 1);

function meterFile(): Buffer {
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const time = new Date(FROM + n * 60_000).toISOString().slice(0, 16).replace('T', ' ');
    if (n === 7) return `soon;${n};1`;
    return `${time};${(n / 4).toFixed(2).replace('.', ',')};${n % 9 === 0 ? 'Bad' : '3,5'}`;
  });
  return Buffer.from(['时间;电能 (kWh);Power, kW', ...lines].join('\r\n'));
}

describe.each([
  ['zh-CN', PHONE],
  ['en', DESKTOP],
] as const)('history from a file, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const say = (key: string): string => t(`history.${key}`);

  it('is sent, set up, checked, written, shown on the machine, and taken back', async () => {
    const owner = await Person.signUp('History');
    const { createDevice } = await owner.ask<{ createDevice: { device: { id: string } } }>('mutation { createDevice(input: { name: "Meter" }) { device { id } } }');
    const machine = createDevice.device.id;
    await inWindow(browser, { language, viewport, name: `${language}-history` }, async (page: Page, context) => {
      await owner.enterWindow(context);
      await page.goto('/machines/history');
      await page.getByText(say('none')).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-history-1-empty`);

      await page.locator('input[type=file]').setInputFiles({ name: 'meter.csv', mimeType: 'text/csv', buffer: meterFile() });
      await page.waitForURL(/\/machines\/history\/[0-9a-f-]{36}/);
      await page.getByRole('region', { name: say('map.preview') }).waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-history-2-mapping`);
      await page.getByLabel(say('map.machine'), { exact: true }).selectOption({ label: 'Meter' });
      await press(page, say('map.check'));

      await page.getByText(say('found.title')).waitFor();
      await page.getByText(say('faults.kinds.TIME_UNREADABLE.what')).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-history-3-found`);
      expect(await owner.ask('query ($id: ID!) { device(id: $id) { series { key } } }', { id: machine })).toEqual({ device: { series: [] } });
      await page.getByRole('button', { name: new RegExp(`^${say('press.run')}`) }).click();

      await page.getByRole('progressbar').waitFor();
      await picture(page, `${language}-history-4-running`);
      await page.getByText(say('now.DONE')).waitFor({ timeout: 120_000 });
      await expectAccessible(page);
      await picture(page, `${language}-history-5-done`);
      const { device } = await owner.ask<{ device: { series: { key: string; unit: string }[]; latestValues: { value: unknown }[] } }>('query ($id: ID!) { device(id: $id) { series { key unit } latestValues { value } } }', { id: machine });
      expect(device.series.map(({ key, unit }) => [key, unit]).sort()).toEqual([['Power', 'kW'], ['电能', 'kWh']]);
      expect(device.latestValues).toHaveLength(2);
      await page.goto('/machines/history');
      await page.getByRole('link', { name: 'meter.csv' }).waitFor();
      await picture(page, `${language}-history-6-list`);
      await page.getByRole('link', { name: 'meter.csv' }).click();

      await press(page, say('press.undo'));
      await page.getByRole('alertdialog').getByRole('button', { name: say('press.undo'), exact: true }).click();
      await page.getByText(say('now.UNDONE')).waitFor({ timeout: 120_000 });
      await expectAccessible(page);
      await picture(page, `${language}-history-7-undone`);
      const { device: after } = await owner.ask<{ device: { latestValues: unknown[] } }>('query ($id: ID!) { device(id: $id) { latestValues { value } } }', { id: machine });
      expect(after.latestValues).toEqual([]);
    });
  });
});
