import type { Page } from 'playwright-core';
import type { Words } from '../platform/words.js';
import { atWork, press } from './entering.js';

/** Takes a type of the library, from the page of new types, and is on its page. */
export async function useLibrary(page: Page, t: Words, name: string): Promise<void> {
  await press(page, t('deviceTypes.new.useOf', { name }));
  await page.waitForURL(/\/machines\/types\/[0-9a-f-]{36}/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Turns to a part of the type that is open. */
export async function openTab(page: Page, t: Words, tab: 'versions' | 'machines'): Promise<void> {
  const link = page.getByRole('navigation', { name: t('deviceTypes.type.tabs.label') }).getByRole('link', { name: t(`deviceTypes.type.tabs.${tab}`) });
  await atWork(link);
  await link.click();
}

/** Gives the type that is open to machines, by their names. */
export async function giveTo(page: Page, t: Words, ...machines: readonly string[]): Promise<void> {
  await openTab(page, t, 'machines');
  await press(page, t('deviceTypes.machines.choose'));
  for (const machine of machines) await page.getByRole('dialog').getByRole('checkbox', { name: machine }).check();
  // The button says how many it is for.
  await page.getByRole('dialog').getByRole('button', { name: String(machines.length) }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const machine of machines) await page.getByRole('link', { name: machine, exact: true }).waitFor();
}

/** Publishes the draft that is open. */
export async function publish(page: Page, t: Words, version: number, note = ''): Promise<void> {
  await press(page, t('deviceTypes.draft.publish'));
  const dialog = page.getByRole('dialog');
  if (note) await dialog.getByLabel(t('deviceTypes.draft.note'), { exact: true }).fill(note);
  await dialog.getByRole('button', { name: t('deviceTypes.draft.publish'), exact: true }).click();
  await page.getByText(t('deviceTypes.draft.published', { version: String(version) })).first().waitFor();
}

/** Opens a form of the draft, fills its fields by their labels, and sends it. */
export async function fillItem(page: Page, t: Words, opener: string, fields: Readonly<Record<string, string>>): Promise<void> {
  await press(page, opener);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('deviceTypes.form.key'), { exact: true }).waitFor();
  for (const [label, value] of Object.entries(fields)) {
    const field = dialog.getByLabel(label, { exact: true }).first();
    await atWork(field);
    if (await field.evaluate((element) => element.tagName === 'SELECT')) await field.selectOption(value);
    else await field.fill(value);
  }
  await dialog.getByRole('button', { name: t('frame.save'), exact: true }).click();
}
