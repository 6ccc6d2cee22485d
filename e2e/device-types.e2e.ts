import { afterAll, beforeAll, describe, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { send } from './clients/device.js';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { giveTo, publish, useLibrary } from './portal/device-types.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const CALLED = { 'zh-CN': '注塑机', en: 'Injection moulding machine' } as const;
const OIL = { 'zh-CN': '油温', en: 'Oil temperature' } as const;
/** What its type has besides, by how many. */
const EXPECTED = /^13/;
const ADD = { 'zh-CN': '把这 1 个加进草稿', en: 'Add it to the draft' } as const;
/** Too hot for its type, and one thing that the type does not know. */
const SENT = { machine_state: 'running', oil_temp_c: 91.5, cycle_time_s: 24, robot_ready: true };

describe.each(byTurns([['zh-CN', DESKTOP], ['en', PHONE]] as const, 'zh-CN'))('a device type, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-device-types-${viewport.width}`;

  it(`comes out of the library, is given to a machine, shows what is not as it should be, and learns what it did not know, at ${viewport.width} px`, async () => {
    const person = await Person.signUp('松江注塑');
    const machine = await person.addMachine('1#');
    await send(machine.token, SENT);
    await eventually(() => person.ask<{ device: { latestValues: unknown[] } }>(`{ device(id: "${machine.id}") { latestValues { at } } }`), ({ device }) => device.latestValues.length === Object.keys(SENT).length);
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto('/machines/types');
      await page.getByText(t('deviceTypes.list.none'), { exact: true }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-0-none`);
      await page.getByRole('link', { name: t('deviceTypes.list.add'), exact: true }).first().click();
      await page.waitForURL('**/machines/types/new');
      await page.getByRole('button', { name: t('deviceTypes.new.useOf', { name: CALLED[language] }) }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-1-new`);
      await useLibrary(page, t, CALLED[language]);
      await expectAccessible(page);
      await picture(page, `${name}-2-type`);
      const typeUrl = page.url();
      await giveTo(page, t, '1#');
      await picture(page, `${name}-3-machines`);

      await page.goto(`/machines/${machine.id}?tab=metrics`);
      // Named and judged by the type: what is too hot says so, in words too.
      await page.getByText(OIL[language], { exact: true }).first().waitFor();
      await page.getByText(t('machines.type.above', { bound: '80 °C' })).first().waitFor({ state: 'attached' });
      await page.getByText(t('machines.type.notInType'), { exact: true }).waitFor();
      await page.getByRole('heading', { name: EXPECTED }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-4-metrics`);
      await page.getByRole('button', { name: ADD[language], exact: true }).click();
      await page.getByText(t('machines.type.inDraft'), { exact: true }).waitFor();

      await page.goto(typeUrl);
      await page.getByText(t('deviceTypes.draft.title'), { exact: true }).waitFor();
      await page.getByText('robot_ready', { exact: true }).first().waitFor({ state: 'attached' });
      await expectAccessible(page);
      await picture(page, `${name}-5-draft`);
      await publish(page, t, 2);
      await page.goto(`/machines/${machine.id}`);
      await page.getByText(OIL[language], { exact: true }).first().waitFor();
      await picture(page, `${name}-6-overview`);
      await page.goto(`/machines/${machine.id}?tab=metrics`);
      await page.getByRole('heading', { name: EXPECTED }).waitFor();
      await page.getByText(t('machines.type.notInType'), { exact: true }).waitFor({ state: 'detached' });
    });
  });
});
