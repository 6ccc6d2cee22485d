import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { inWindow, openBrowser } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { signIn } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const t = wordsOf('en');

/** Keeps a page's scripts from coming until they are released. */
async function holdScripts(page: Page): Promise<{ readonly release: () => Promise<void>; readonly count: () => number }> {
  const held: Route[] = [];
  let isHolding = true;
  await page.route(/\/_next\/static\/.*\.js/, (route) => (isHolding ? void held.push(route) : route.continue()));
  return {
    count: () => held.length,
    release: async () => {
      isHolding = false;
      await Promise.all(held.map((route) => route.continue()));
    },
  };
}

it('who signs in before the page’s scripts have come is signed in when they have, and no address ever holds the password', async () => {
  const { email, password } = platform().demo;
  await inWindow(browser, { language: 'en', name: 'early-press' }, async (page) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    const scripts = await holdScripts(page);
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await page.getByLabel(t('auth.email'), { exact: true }).fill(email);
    await page.getByLabel(t('auth.password'), { exact: true }).fill(password);
    await page.getByRole('button', { name: t('auth.signIn.submit'), exact: true }).click({ noWaitAfter: true });
    await scripts.release();
    await page.waitForURL('**/home');
    expect(addresses.filter((address) => address.includes(encodeURIComponent(password)) || address.includes('password='))).toEqual([]);
  });
});

it('who presses a menu before its scripts have come, and moves on, has it open when they have', async () => {
  await inWindow(browser, { language: 'en', name: 'early-menu' }, async (page) => {
    await signIn(page, t, platform().demo);
    await page.waitForURL('**/home');
    const person = page.getByRole('button', { name: t('frame.person.open', { name: '' }).trim() });
    await person.waitFor();
    const scripts = await holdScripts(page);
    await person.click();
    await page.mouse.move(0, 0);
    expect(scripts.count()).toBeGreaterThan(0);
    await scripts.release();
    await page.getByRole('menuitem', { name: t('frame.person.signOut') }).waitFor();
  });
});
