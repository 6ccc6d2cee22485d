import type { Page } from 'playwright-core';
import { DEFAULT_EMISSION_FACTOR } from '../../packages/domain/src/energy/carbon/emission-factors-2023.js';
import { FIRST_PARTY } from '../../packages/modules/marketplace/src/catalogue/first-party.js';
import type { Words } from '../platform/words.js';
import { press } from './entering.js';

/** Subscribes in the store and agrees to what the app asks for, having read what it costs and what each permission is for. */
export async function subscribeToEnergy(page: Page, t: Words): Promise<void> {
  await page.goto('/store');
  await page.locator('a[href="/store/energy-carbon"]').first().click();
  await page.waitForURL('**/store/energy-carbon');
  await press(page, t('store.app.subscribe'));
  const dialog = page.getByRole('dialog');
  const language = (await page.getAttribute('html', 'lang')) === 'en' ? 'en' : 'zh';
  for (const { permission, purpose } of FIRST_PARTY[0]!.scopes) {
    await dialog.getByRole('listitem').filter({ hasText: t(`store.scopes.${permission}`) }).getByText(purpose[language], { exact: true }).waitFor();
  }
  await dialog.getByText(t('store.consent.price', { price: t('store.price.free') })).waitFor();
  await dialog.getByRole('button', { name: t('store.consent.agree'), exact: true }).click();
  await page.waitForURL('**/apps/*/setup');
}

export interface Settings {
  /** The machine whose meter is read; all others are cleared. */
  readonly machine: string;
  readonly yuanPerKwh: number;
  readonly kgCo2PerKwh: number;
}

async function chooseMeter(page: Page, t: Words, machine: string): Promise<void> {
  const boxes = page.locator('main').getByRole('checkbox');
  await boxes.first().waitFor();
  for (const box of await boxes.all()) await box.uncheck();
  const group = page.locator('section', { has: page.getByRole('heading', { level: 3, name: machine, exact: true }) }).last();
  await group.getByRole('checkbox', { name: t('metrics.names.energy_kwh') }).check();
  await group.getByRole('button', { name: t('energy.setup.meters.confirmYes'), exact: true }).click();
  await group.getByText(t('energy.setup.meters.settled')).waitFor();
}

/** Until something else is chosen a kWh stands for the national average, with where that was published. */
async function expectDefaultFactor(page: Page): Promise<void> {
  const { kgCo2PerKwh, source } = DEFAULT_EMISSION_FACTOR;
  await page.getByRole('radio', { name: kgCo2PerKwh.toFixed(4), checked: true }).waitFor();
  await page.getByText(source).waitFor();
}

/** Goes through the four steps: the meter, what a kWh costs, how much carbon it stands for, a last look. */
export async function setUpEnergy(page: Page, t: Words, settings: Settings): Promise<void> {
  await chooseMeter(page, t, settings.machine);
  await press(page, t('energy.setup.next'));
  for (const band of ['PEAK', 'FLAT', 'VALLEY']) {
    await page.getByLabel(t('energy.setup.tariff.price', { band: t(`energy.bands.${band}`) }), { exact: true }).fill(String(settings.yuanPerKwh));
  }
  await press(page, t('energy.setup.next'));
  await expectDefaultFactor(page);
  await page.getByRole('radio', { name: t('energy.setup.factor.own') }).check();
  await page.getByLabel(t('energy.setup.factor.value'), { exact: true }).fill(String(settings.kgCo2PerKwh));
  await press(page, t('energy.setup.next'));
  await page.getByText(t('energy.how.meterLine', { machine: settings.machine, metric: t('metrics.names.energy_kwh') })).waitFor();
  await press(page, t('energy.setup.finish'));
  await page.waitForURL((url) => /^\/apps\/[^/]+$/.test(url.pathname));
}

/** Computing happens on the worker's own time, beside a demo company's month. */
const COMPUTED_WITHIN_MS = 180_000;

/** A figure of the result page once it reads as wanted; spaces do not count. */
export async function awaitFigure(page: Page, label: string, figure: string): Promise<void> {
  await page.waitForFunction(
    ([name, wanted]) => [...document.querySelectorAll('main p')].some((each) => each.textContent === name && each.parentElement?.textContent?.replaceAll(/\s/g, '').includes(wanted!)),
    [label, figure.replaceAll(/\s/g, '')] as const,
    { timeout: COMPUTED_WITHIN_MS },
  );
}

/** Ends the subscription from its page. */
export async function unsubscribe(page: Page, t: Words): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: t('apps.moreActions'), exact: true }).click();
  await page.getByRole('menuitem', { name: t('apps.unsubscribe.action') }).click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByText(t('apps.unsubscribe.recovery')).waitFor();
  await dialog.getByRole('button', { name: t('apps.unsubscribe.confirm'), exact: true }).click();
  await page.waitForURL('**/apps');
}
