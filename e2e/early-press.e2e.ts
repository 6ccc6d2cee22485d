import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Route } from 'playwright-core';
import { inWindow, openBrowser } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const t = wordsOf('en');

it('who signs in before the page’s scripts have come is signed in when they have, and no address ever holds the password', async () => {
  const { email, password } = platform().demo;
  await inWindow(browser, { language: 'en', name: 'early-press' }, async (page) => {
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    const held: Route[] = [];
    let isHolding = true;
    await page.route(/\/_next\/static\/.*\.js/, (route) => (isHolding ? void held.push(route) : route.continue()));
    await page.goto('/sign-in', { waitUntil: 'commit' });
    await page.getByLabel(t('auth.email'), { exact: true }).fill(email);
    await page.getByLabel(t('auth.password'), { exact: true }).fill(password);
    await page.getByRole('button', { name: t('auth.signIn.submit'), exact: true }).click({ noWaitAfter: true });
    isHolding = false;
    await Promise.all(held.map((route) => route.continue()));
    await page.waitForURL('**/home');
    expect(addresses.filter((address) => address.includes(encodeURIComponent(password)) || address.includes('password='))).toEqual([]);
  });
});
