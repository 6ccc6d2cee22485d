import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { platform } from './platform/env.js';
import { byTurns } from './platform/turns.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The next message that a machine hears. */
function nextHeard(client: MqttClient): Promise<[topic: string, payload: unknown]> {
  return new Promise((resolve) => client.once('message', (topic, payload) => resolve([topic, JSON.parse(payload.toString())])));
}

async function sendCommand(page: Page, t: Words, method: string, params: string): Promise<void> {
  await press(page, t('control.commands.send'));
  await page.getByLabel(t('control.send.method'), { exact: true }).fill(method);
  await page.getByLabel(t('control.send.params'), { exact: true }).fill(params);
  await page.getByRole('dialog').getByRole('button', { name: t('control.send.submit'), exact: true }).click();
}

async function desire(page: Page, t: Words, key: string, value: string): Promise<void> {
  await press(page, t('control.state.add'));
  await page.getByLabel(t('control.desire.key'), { exact: true }).fill(key);
  await page.getByLabel(t('control.desire.value'), { exact: true }).fill(value);
  await page.getByRole('dialog').getByRole('button', { name: t('control.desire.submit'), exact: true }).click();
}

describe.each(byTurns([
  ['zh-CN', DESKTOP],
  ['en', PHONE],
], 'zh-CN'))('controlling a machine, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);

  it('a command waits for a machine that is away, is seen sent and answered as it happens, and a state is asked for until the machine reports it', async () => {
    const person = await Person.signUp(language === 'en' ? 'Jiading Stamping' : '嘉定冲压');
    const machine = await person.addMachine('1#');
    await inWindow(browser, { language, viewport, name: `${language}-control` }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto(`/machines/${machine.id}?tab=control`);
      await page.getByText(t('control.commands.none')).waitFor();
      await sendCommand(page, t, 'setSpeed', '{speed: 3}');
      await page.getByText(t('control.send.paramsFault')).waitFor();
      await page.getByLabel(t('control.send.params'), { exact: true }).fill('{"speed": 3}');
      await expectAccessible(page);
      await picture(page, `${language}-control-1-dialog`);
      await page.getByRole('dialog').getByRole('button', { name: t('control.send.submit'), exact: true }).click();
      const state = (name: string) => page.getByRole('main').getByText(t(`control.commands.state.${name}`), { exact: true });
      await state('QUEUED').waitFor();

      const client = await connectAsync(platform().mqttUrl, { username: machine.token, protocolVersion: 5, reconnectPeriod: 0 });
      const heard = nextHeard(client);
      await client.subscribeAsync(['v1/devices/me/rpc/request/+', 'v1/devices/me/attributes'], { qos: 1 });
      expect(await heard).toEqual(['v1/devices/me/rpc/request/1', { method: 'setSpeed', params: { speed: 3 } }]);
      await state('DELIVERED').waitFor();
      await client.publishAsync('v1/devices/me/rpc/response/1', '{"ok":true,"speed":3}', { qos: 1 });
      await state('ANSWERED').waitFor();
      await page.getByText('{"ok":true,"speed":3}', { exact: true }).waitFor();

      const asked = nextHeard(client);
      await desire(page, t, 'target_temperature', '180');
      expect(await asked).toEqual(['v1/devices/me/attributes', { target_temperature: 180 }]);
      await page.getByText(t('control.state.notApplied'), { exact: true }).waitFor();
      await client.publishAsync('v1/devices/me/attributes', '{"target_temperature":180,"serial":"X1"}', { qos: 1 });
      await page.getByText(t('control.state.applied'), { exact: true }).waitFor();
      await client.endAsync();

      await sendCommand(page, t, 'identify', '');
      await press(page, t('control.commands.cancelLabel', { method: 'identify' }));
      await state('CANCELLED').waitFor();
      await expectAccessible(page);
      await picture(page, `${language}-control-2-after`);

      // A machine of a type offers what its type can be told.
      const { createDeviceType } = await person.ask<{ createDeviceType: { id: string } }>('mutation { createDeviceType(input: { libraryKey: "conveyor" }) { id } }');
      await person.ask(`mutation { assignDeviceType(input: { typeId: "${createDeviceType.id}", deviceIds: ["${machine.id}"] }) { id } }`);
      await page.reload();
      await press(page, t('control.commands.send'));
      await page.getByLabel(t('control.send.command'), { exact: true }).selectOption('set_speed');
      expect(JSON.parse(await page.getByLabel(t('control.send.params'), { exact: true }).inputValue())).toEqual({ m_min: 0 });
      await picture(page, `${language}-control-3-typed`);
      await page.getByRole('dialog').getByRole('button', { name: t('control.send.submit'), exact: true }).click();
      await page.getByText('{"m_min":0}', { exact: true }).waitFor();
    });
  });
});
