import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { inWindow, openBrowser } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { press } from './portal/entering.js';
import { expectMoving } from './portal/machines.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const t = wordsOf('zh-CN');

/** The address that browsers do not take for `localhost`, where every other journey goes. */
const host = '127.0.0.1';

describe(`the portal at ${host}`, () => {
  it('lets people in and shows live values', async () => {
    const { portalUrl, demo } = platform();
    expect(new URL(portalUrl).hostname).toBe('localhost');
    const origin = `http://${host}:${new URL(portalUrl).port}`;
    await inWindow(browser, { language: 'zh-CN', name: `address-${host}` }, async (page) => {
      const live = page.waitForEvent('websocket', (socket) => socket.url().startsWith(`ws://${host}:`));
      await page.goto(`${origin}/sign-in`);
      await page.getByLabel(t('auth.email'), { exact: true }).fill(demo.email);
      await page.getByLabel(t('auth.password'), { exact: true }).fill(demo.password);
      await press(page, t('auth.signIn.submit'));
      await page.waitForURL(`${origin}/home`);
      await page.locator('main a[href^="/machines/"]', { hasText: '号注塑机' }).first().click();
      await page.waitForURL(`${origin}/machines/*`);
      const socket = await live;
      await page.locator('canvas').first().waitFor();
      await expectMoving(page, t);
      expect(socket.isClosed()).toBe(false);
      expect(new URL(page.url()).origin).toBe(origin);
    });
  });
});
