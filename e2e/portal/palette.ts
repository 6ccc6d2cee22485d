import { expect } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { Words } from '../platform/words.js';
import { expectAccessible } from './accessible.js';
import { focusOn } from './keyboard.js';

/** Opens the palette by its key and gives its field; its code comes a moment after the page. */
export async function openPalette(page: Page, t: Words): Promise<Locator> {
  await page.getByRole('button', { name: t('frame.palette.open'), exact: true }).waitFor();
  // It never opens over another sheet.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: t('frame.palette.label'), exact: true });
  await focusOn(field);
  return field;
}

/** What the palette offers that bears this name. */
export const offered = (page: Page, name: string | RegExp): Locator => page.getByRole('option', { name });

/** From anywhere to a machine, a page and back, without a mouse. */
export async function walkPalette(page: Page, t: Words, machine: { readonly name: string; readonly id: string }): Promise<void> {
  await page.goto('/store');
  const search = page.getByRole('textbox', { name: t('store.search') });
  await search.focus();
  const field = await openPalette(page, t);
  await expectAccessible(page);
  await page.keyboard.type(machine.name);
  await offered(page, machine.name).first().waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/machines/${machine.id}`);

  await openPalette(page, t);
  await page.keyboard.type('zzzz');
  await page.getByText(t('frame.palette.empty', { typed: 'zzzz' })).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });

  // Down from the first goes to the second, up from the first to the last; what is pointed at is what Enter opens.
  const again = await openPalette(page, t);
  const options = page.getByRole('option');
  await page.keyboard.press('ArrowUp');
  await page.waitForFunction(() => [...document.querySelectorAll('[role=option]')].at(-1)?.getAttribute('aria-selected') === 'true');
  expect(await again.getAttribute('aria-activedescendant')).toBe(await options.last().getAttribute('id'));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type(t('frame.palette.pages.audit'));
  await offered(page, t('frame.palette.pages.audit')).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/settings/audit');
}

/** Hides a column of the machines and shows it again, by the keyboard; the browser remembers. */
export async function chooseColumns(page: Page, t: Words): Promise<void> {
  await page.goto('/machines');
  const head = page.getByRole('columnheader', { name: t('machines.columns.metrics') });
  await head.waitFor();
  const toggle = async (): Promise<void> => {
    const button = page.getByRole('button', { name: t('frame.columns.button'), exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const choice = page.getByRole('menuitemcheckbox', { name: t('machines.columns.metrics'), exact: true });
    await choice.focus();
    await page.keyboard.press('Enter');
    // Several may be chosen in a row: the menu stays.
    await page.keyboard.press('Escape');
    await choice.waitFor({ state: 'detached' });
  };
  await toggle();
  await head.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('columnheader', { name: t('machines.columns.name') }).waitFor();
  await head.waitFor({ state: 'detached' });
  await toggle();
  await head.waitFor();
}

const MINE = 'Without metrics';

/** Hides a column, keeps that under a name to begin with, and finds it in a browser that remembers nothing; then forgets it. By the keyboard. */
export async function keepView(page: Page, t: Words): Promise<void> {
  const head = page.getByRole('columnheader', { name: t('machines.columns.metrics') });
  const open = async (button: string, entry: string): Promise<void> => {
    await page.getByRole('button', { name: button, exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: entry, exact: true }).press('Enter');
  };
  await page.getByRole('button', { name: t('frame.columns.button'), exact: true }).press('Enter');
  const choice = page.getByRole('menuitemcheckbox', { name: t('machines.columns.metrics'), exact: true });
  await choice.press('Enter');
  await page.keyboard.press('Escape');
  // A menu that closes gives the focus back to its button: what is focused before that would lose it.
  await choice.waitFor({ state: 'detached' });
  await head.waitFor({ state: 'detached' });
  await open(t('frame.views.button'), t('frame.views.keep'));
  await page.getByRole('textbox', { name: t('frame.views.name'), exact: true }).fill(MINE);
  await page.getByRole('checkbox', { name: t('frame.views.isDefault'), exact: true }).press('Space');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: MINE, exact: true }).waitFor();

  await page.evaluate(() => localStorage.clear());
  await page.goto('/machines');
  await head.waitFor({ state: 'detached' });
  await open(MINE, t('frame.views.manage'));
  await expectAccessible(page);
  const forget = page.getByRole('button', { name: t('frame.views.deleteLabel', { name: MINE }), exact: true });
  await forget.press('Enter');
  await forget.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
}

/** Chooses rows by the space bar and by reaching from one to another, and downloads them; gives the file's lines. */
export async function downloadRows(page: Page, t: Words, count: number): Promise<readonly string[]> {
  const rows = page.getByRole('table').locator('[data-row]');
  await rows.first().focus();
  await page.keyboard.press('Space');
  for (let row = 1; row < count; row += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await page.getByText(t('frame.selection.count', { count: String(count) }), { exact: true }).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: t('frame.selection.export'), exact: true }).press('Enter')]);
  return readFileSync(await file.path(), 'utf8').trim().split('\r\n');
}
