import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sparkplugClient from 'sparkplug-client';
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

type Node = ReturnType<typeof sparkplugClient.newClient>;
type Metrics = NonNullable<Parameters<Node['publishNodeBirth']>[0]['metrics']>;

const birth = (speed: number): { timestamp: number; metrics: Metrics } => ({
  timestamp: Date.now(),
  metrics: [
    { name: 'Node Control/Rebirth', type: 'Boolean', value: false, timestamp: Date.now() },
    { name: 'Drive/Speed', type: 'UInt32', value: speed, timestamp: Date.now(), properties: { engUnit: { type: 'String', value: 'rpm' } } },
  ],
});

/** Eclipse's own client, which does as it is told. */
async function connectNode(token: string): Promise<Node> {
  const node = sparkplugClient.newClient({ serverUrl: platform().mqttUrl, username: token, password: '', groupId: 'Moulding', edgeNode: 'Hall 2', clientId: 'hall-2' });
  await once(node, 'birth');
  node.publishNodeBirth(birth(0));
  node.on('ncmd', ({ metrics }) => {
    for (const { name, value } of metrics ?? []) {
      if (name === 'Node Control/Rebirth') node.publishNodeBirth(birth(0));
      else node.publishNodeData({ timestamp: Date.now(), metrics: [{ name: name ?? '', type: 'UInt32', value: Number(value), timestamp: Date.now() }] });
    }
  });
  return node;
}

describe.each([
  ['zh-CN', DESKTOP],
  ['zh-CN', PHONE],
  ['en', DESKTOP],
  ['en', PHONE],
] as const)('an edge node of Sparkplug B, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-${viewport.width}-sparkplug`;

  it('appears on its machine’s page, is born again when asked, and takes a value for its metric', async () => {
    const person = await Person.signUp(language === 'en' ? 'Jiading Moulding' : '嘉定注塑');
    const machine = await person.addMachine('2#');
    await inWindow(browser, { language, viewport, name }, async (page: Page, context) => {
      await person.enterWindow(context);
      await page.goto(`/machines/${machine.id}?tab=connection`);
      await page.getByText(t('control.sparkplug.howTo'), { exact: true }).waitFor();
      await picture(page, `${name}-1-before`);
      const node = await connectNode(machine.token);
      await page.getByText('Moulding / Hall 2', { exact: true }).waitFor();
      await expectAccessible(page);
      await press(page, t('control.sparkplug.rebirth'));
      await page.getByText(t('control.sparkplug.rebirthSent'), { exact: true }).waitFor();
      await page.getByText(language === 'en' ? 'Once since it connected' : '连接以来 1 次', { exact: true }).waitFor();
      await page.getByRole('heading', { name: t('control.sparkplug.title'), exact: true }).scrollIntoViewIfNeeded();
      await picture(page, `${name}-2-alive`);
      await page.goto(`/machines/${machine.id}?tab=control`);
      await press(page, t('control.commands.send'));
      await page.getByLabel(t('control.send.commandOrMetric'), { exact: true }).selectOption('Drive/Speed');
      expect(JSON.parse(await page.getByLabel(t('control.send.params'), { exact: true }).inputValue())).toEqual({ value: 0 });
      await page.getByLabel(t('control.send.params'), { exact: true }).fill('{"value": 1450}');
      await picture(page, `${name}-3-metrics`);
      await page.getByRole('dialog').getByRole('button', { name: t('control.send.submit'), exact: true }).click();
      await page.getByText('{"Drive/Speed":1450}', { exact: true }).waitFor();
      await picture(page, `${name}-4-answered`);
      node.stop();
      await page.goto(`/machines/${machine.id}?tab=connection`);
      await page.getByText(t('control.sparkplug.rebirthWaits'), { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: t('control.sparkplug.rebirth'), exact: true }).count()).toBe(0);
    });
  });
});
