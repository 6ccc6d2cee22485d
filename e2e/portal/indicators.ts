import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { IndicatorsManifest } from '../../packages/contracts/src/manifest/index.js';
import type { Language } from '../platform/browser.js';
import type { Words } from '../platform/words.js';
import { press } from './entering.js';

const HOUR_MS = 3_600_000;
/** Shanghai, where the company's clock stands, is eight hours before UTC. */
const ZONE_MS = 8 * HOUR_MS;

/** Readings by the names of the example's inputs, of yesterday's noon, whenever the journey runs: one day's figures, to be reckoned by hand. */
export function noonReadings(nowMs: number): { ts: number; values: object }[] {
  const noonMs = Math.floor((nowMs + ZONE_MS) / (24 * HOUR_MS)) * 24 * HOUR_MS - ZONE_MS - 12 * HOUR_MS;
  return [
    { ts: noonMs, values: { good: 1_000, scrap: 10, cycle: 30 } },
    { ts: noonMs + 60_000, values: { good: 1_030, scrap: 11, cycle: 31 } },
    { ts: noonMs + 120_000, values: { good: 1_064, scrap: 13, cycle: 41 } },
  ];
}

/** 1,064 − 1,000 good ones, 13 − 10 scrapped; (30 + 31 + 41) ÷ 3 and 41 seconds. */
const ROW = ['64', '3', '34', '41'];

/** Finds the app in the store, reads what it costs and what it wants each permission for, and agrees. */
export async function subscribeToIndicators(page: Page, t: Words, language: Language, manifest: IndicatorsManifest, price: RegExp): Promise<void> {
  const wordsOf = ({ zh, en }: { zh: string; en: string }): string => (language === 'en' ? en : zh);
  await page.goto('/store');
  await page.locator(`a[href="/store/${manifest.slug}"]`).first().click();
  await page.waitForURL(`**/store/${manifest.slug}`);
  await page.getByRole('main').getByText(price).first().waitFor();
  for (const { purpose } of manifest.scopes) await page.getByRole('main').getByText(wordsOf(purpose), { exact: true }).waitFor();
  await press(page, t('store.app.subscribe'));
  const dialog = page.getByRole('dialog');
  await dialog.getByText(price).waitFor();
  for (const { permission, purpose } of manifest.scopes) {
    const scope = dialog.getByRole('listitem').filter({ hasText: t(`store.scopes.${permission}`) });
    await scope.getByText(wordsOf(purpose), { exact: true }).waitFor();
  }
  await dialog.getByRole('button', { name: t('store.consent.agree'), exact: true }).click();
  await page.waitForURL('**/apps/*/setup');
}

/** Says of each input which metric it is, and starts; what is left open is named first. */
export async function bindInputs(page: Page, t: Words, language: Language, manifest: IndicatorsManifest): Promise<void> {
  await press(page, t('indicators.setup.save'));
  await page.getByText(t('apps.series.notChosen')).first().waitFor();
  for (const { key, label } of manifest.inputs) {
    await press(page, `${t('apps.series.choose')}: ${language === 'en' ? label.en : label.zh}`);
    await page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${key}`) }).click();
  }
  await press(page, t('indicators.setup.save'));
  await page.waitForURL((url) => /^\/apps\/[^/]+$/.test(url.pathname));
}

/** The day's figures as the page's table has them. */
export async function expectFigures(page: Page, t: Words): Promise<void> {
  const row = page.getByRole('table', { name: t('indicators.table') }).getByRole('row').last();
  await row.waitFor();
  expect((await row.getByRole('cell').allInnerTexts()).slice(-ROW.length)).toEqual(ROW);
}
