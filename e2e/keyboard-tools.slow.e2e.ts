import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { focusOn, tabTo } from './portal/keyboard.js';
import { chooseColumns, downloadRows, keepView, walkPalette } from './portal/palette.js';
import { prepareTour, windowOf } from './portal/visits.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const t = wordsOf('en');

describe('by the keyboard alone', () => {
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
