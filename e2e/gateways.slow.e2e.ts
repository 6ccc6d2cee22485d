import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from './clients/device.js';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
const tell = (signal: 'SIGSTOP' | 'SIGCONT'): boolean => process.kill(platform().processes['gateway']!, signal);
afterAll(async () => {
  tell('SIGCONT');
  await browser.close();
});

/** The page in each language on each screen. */
async function look(staff: Person, what: string, isThere: (page: Page, t: Words) => Promise<unknown>): Promise<void> {
  for (const language of ['zh-CN', 'en'] as const) {
    for (const viewport of [DESKTOP, PHONE]) {
      const name = `${language}-${viewport.width}-gateways-${what}`;
      await inWindow(browser, { language, viewport, name }, async (page, context) => {
        await staff.enterWindow(context);
        await page.goto('/admin/health');
        await isThere(page, wordsOf(language));
        await expectAccessible(page);
        await picture(page, name);
      });
    }
  }
}

it('the office sees a gateway that works, what it refuses, and that one which fell silent is gone', async () => {
  const { staffEmail, staffPassword } = platform().demo;
  const staff = await Person.signIn(staffEmail, staffPassword);
  const owner = await Person.signUp('网关页面');
  const { token } = await owner.addMachine('注塑机 1#');
  for (let n = 0; n < 40; n += 1) expect(await send(token, { temperature: n, pressure: n })).toBe(200);
  expect(await send('T'.padEnd(32, 'x'), { temperature: 1 })).toBe(401);
  await look(staff, '1-busy', async (page, t) => {
    await page.getByText(t('operations.health.gateways.state.RUNNING'), { exact: true }).first().waitFor();
    await page.getByText('AUTH.UNKNOWN_TOKEN').first().waitFor();
  });
  // It hangs: nobody tells that it does, and its silence is all there is to judge by.
  tell('SIGSTOP');
  await look(staff, '2-gone', (page, t) => page.getByText(t('operations.health.gateways.goneBody'), { exact: true }).waitFor());
  tell('SIGCONT');
  await look(staff, '3-back', (page, t) => page.getByText(t('operations.health.gateways.state.RUNNING'), { exact: true }).first().waitFor());
});
