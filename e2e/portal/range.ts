import type { Page } from 'playwright-core';
import type { Words } from '../platform/words.js';

/** The spans of time that every page offers, shortest first. */
export const PRESETS = ['1h', '6h', '24h', '7d', '30d', '12M'] as const;

/** Chooses a span of time in the header line. */
export async function chooseRange(page: Page, t: Words, preset: (typeof PRESETS)[number]): Promise<void> {
  await page.getByRole('group', { name: t('frame.range.label'), exact: true }).getByRole('button', { name: `${t('frame.range.label')}:` }).click();
  await page.getByRole('dialog', { name: t('frame.range.label') }).getByRole('button', { name: t(`frame.range.presets.${preset}`), exact: true }).click();
}
