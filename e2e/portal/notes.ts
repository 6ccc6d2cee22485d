import type { Page } from 'playwright-core';
import type { Words } from '../platform/words.js';
import { expectAccessible } from './accessible.js';
import { press } from './entering.js';

/** Notes something of the machine that is open, at the time that is offered. */
export async function writeNote(page: Page, t: Words, text: string): Promise<void> {
  await press(page, t('machines.notes.add'));
  await page.getByLabel(t('machines.notes.text'), { exact: true }).fill(text);
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: t('frame.save'), exact: true }).click();
  await page.getByText(text, { exact: true }).waitFor();
}

/** Deletes a note of the machine that is open. */
export async function deleteNote(page: Page, t: Words, text: string): Promise<void> {
  await press(page, t('machines.notes.deleteLabel', { text }));
  await page.getByRole('alertdialog').getByRole('button', { name: t('machines.notes.delete'), exact: true }).click();
  await page.getByRole('button', { name: t('machines.notes.deleteLabel', { text }), exact: true }).waitFor({ state: 'detached' });
}
