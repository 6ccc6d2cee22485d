import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsync } from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, openWindow, PHONE, picture, type Language } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const FIRST_VALUE_WITHIN_MS = 60_000;

async function expectAccessible(page: Page): Promise<void> {
  // A page that is still being read has no heading of its own yet.
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))])).toEqual([]);
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

describe.each([
  ['zh-CN', DESKTOP, 'desktop'],
  ['en', PHONE, 'phone'],
] as const)('a plant manager, in %s', (language: Language, viewport, device) => {
  const t = wordsOf(language);
  const keep = (page: Page, name: string): Promise<void> => picture(page, `${language}-${device}-${name}`);

  it('signs up, sees a simulated machine move, connects a real one, subscribes and reads the answer', async () => {
    const { page, faults, context } = await openWindow(browser, language, viewport);

    // Landing, in the browser's language.
    await page.goto('/');
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await expectAccessible(page);
    await keep(page, '1-landing');

    // Sign up: three fields.
    await page.goto('/sign-up');
    await page.getByLabel(t('auth.companyName')).fill(language === 'en' ? 'Baoshan Moulding Ltd' : '宝山注塑有限公司');
    await page.getByLabel(t('auth.email')).fill(`manager-${language}-${Date.now()}@example.com`);
    await page.getByLabel(t('auth.password'), { exact: true }).fill('a long enough secret');
    await expectAccessible(page);
    await press(page, t('auth.signUp.submit'));
    const signedUpMs = Date.now();
    await page.waitForURL('**/home');
    await page.getByText(t('home.first.title')).waitFor();
    await expectAccessible(page);
    await keep(page, '2-home-empty');

    // One click: a machine that runs. Its chart has a line within a minute of signing up.
    await press(page, t('home.first.simulated.action'));
    await page.waitForURL('**/machines/*');
    await page.locator('canvas').first().waitFor({ timeout: FIRST_VALUE_WITHIN_MS });
    expect(Date.now() - signedUpMs).toBeLessThan(FIRST_VALUE_WITHIN_MS);
    await page.getByText(/\d/).first().waitFor();
    await expectAccessible(page);
    await keep(page, '3-machine-simulated');

    // A machine of one's own: name it, run the command as given, and the page turns by itself.
    await page.goto('/machines/new');
    await page.getByLabel(t('machines.new.name'), { exact: true }).fill('3#');
    await press(page, t('machines.new.create'));
    const command = await page.locator('pre').first().innerText();
    await keep(page, '4-machine-waiting');
    const token = /[A-Za-z][A-Za-z0-9]{31}/.exec(command)?.[0];
    expect(token).toBeDefined();
    const client = await connectAsync(platform().mqttUrl, { username: token!, protocolVersion: 4 });
    await client.publishAsync('v1/devices/me/telemetry', JSON.stringify({ energy_kwh: 1200.5, power_kw: 18.2 }), { qos: 1 });
    await page.getByText('18.2').first().waitFor();
    await keep(page, '5-machine-connected');
    await client.publishAsync('v1/devices/me/telemetry', JSON.stringify({ energy_kwh: 1201.25, power_kw: 17.9 }), { qos: 1 });
    await client.endAsync();

    // The store, consent, set-up, results.
    await page.goto('/store/energy-carbon');
    await expectAccessible(page);
    await keep(page, '6-store-app');
    await press(page, t('store.app.subscribe'));
    await press(page, t('store.consent.agree'));
    await page.waitForURL('**/apps/**');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('finds every page accessible, with the demo company’s month', async () => {
    const { page, faults, context } = await openWindow(browser, language, viewport);
    const { demo } = platform();
    await page.goto('/sign-in');
    await page.getByLabel(t('auth.email')).fill(demo.email);
    await page.getByLabel(t('auth.password'), { exact: true }).fill(demo.password);
    await press(page, t('auth.signIn.submit'));
    await page.waitForURL('**/home');
    for (const path of ['/home', '/machines', '/store', '/apps', '/settings', '/machines/new']) {
      await page.goto(path);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await keep(page, `page${path.replaceAll('/', '-')}`);
    }
    await page.goto('/apps');
    await page.locator('main a[href^="/apps/"]').first().click();
    await page.waitForURL('**/apps/*');
    await page.getByRole('img').first().waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await keep(page, '7-energy');
    await page.goto('/machines');
    await page.locator('main a[href^="/machines/"]:not([href$="/new"])').first().click();
    await page.locator('canvas').first().waitFor();
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    await keep(page, '8-machine');
    expect(faults).toEqual([]);
    await context.close();
  });
});
