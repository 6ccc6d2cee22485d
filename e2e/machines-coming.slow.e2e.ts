import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsync } from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Provisioned {
  readonly status: string;
  readonly credentialsValue: string;
}

/** Asks as a machine does, by what the page shows. */
async function ask(request: string): Promise<Provisioned> {
  return (await (await fetch(`${platform().deviceHttpUrl}/api/v1/provision`, { method: 'POST', body: request })).json()) as Provisioned;
}

describe.each([
  ['zh-CN', DESKTOP, '一车间网关', '冲床'],
  ['zh-CN', PHONE, '一车间网关', '冲床'],
  ['en', PHONE, 'Hall gateway', 'Press'],
] as const)('machines that come by themselves, in %s, window %#', (language: Language, viewport, gateway, child) => {
  const at = `${language}-${viewport.width}`;
  const t = wordsOf(language);
  const say = (key: string, values: Record<string, string> = {}): string => t(`provisioning.${key}`, values);

  it('a gateway lets itself in by a key, and brings its machine', async () => {
    const owner = await Person.signUp('Coming');
    await inWindow(browser, { language, viewport, name: `${at}-coming` }, async (page: Page, context) => {
      await owner.enterWindow(context);
      await page.goto('/machines/provisioning');
      await page.getByText(say('noneBody')).waitFor();
      await expectAccessible(page);
      await picture(page, `${at}-provisioning-1-none`);

      await press(page, say('new'));
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say('name'), { exact: true }).fill('Series 7');
      await dialog.getByText(say('scopes.gateways'), { exact: true }).click();
      await dialog.getByLabel(say('mostUses'), { exact: true }).fill('2');
      await picture(page, `${at}-provisioning-2-new`);
      await dialog.getByRole('button', { name: say('make'), exact: true }).click();
      await dialog.getByText(say('once')).waitFor();
      await expectAccessible(page);
      await picture(page, `${at}-provisioning-3-secret`);
      const shown = JSON.parse(await dialog.getByRole('figure', { name: say('mqttLabel'), exact: true }).locator('code').innerText()) as Record<string, unknown>;
      await dialog.getByRole('button', { name: say('kept'), exact: true }).click();

      const answer = await ask(JSON.stringify({ ...shown, deviceName: gateway, gateway: true }));
      expect(answer.status).toBe('SUCCESS');
      expect(await ask(JSON.stringify({ ...shown, provisionDeviceSecret: 'wrong' }))).toMatchObject({ status: 'NOT_FOUND' });
      const client = await connectAsync(platform().mqttUrl, { username: answer.credentialsValue, protocolVersion: 5 });
      await client.publishAsync('v1/gateway/telemetry', JSON.stringify({ [child]: [{ ts: Date.now(), values: { power_kw: 7 } }] }), { qos: 1 });
      await page.reload();
      await page.getByText(say('usedOf', { count: '1', most: '2' })).waitFor();
      await page.getByText(say('reasons.WRONG_SECRET')).waitFor();
      await picture(page, `${at}-provisioning-4-used`);

      await page.goto('/machines');
      await page.getByRole('link', { name: child, exact: true }).click();
      await page.getByRole('link', { name: t('machines.tabs.connection') }).first().click();
      const behind = page.getByRole('link', { name: gateway, exact: true });
      await behind.waitFor();
      await picture(page, `${at}-provisioning-5-child`);
      await behind.click();
      await page.getByRole('link', { name: t('machines.tabs.connection') }).first().click();
      await page.getByText(t('machines.gateway.open')).waitFor();
      await expectAccessible(page);
      await picture(page, `${at}-provisioning-6-gateway`);
      await page.getByRole('link', { name: t('machines.gateway.toChildren'), exact: true }).click();
      await page.getByRole('link', { name: child, exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${at}-provisioning-7-children`);
      await client.endAsync();
    });
  });
});
