import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const SLOW = { timeout: 60_000 };

/** Brings a package of firmware by the page. */
async function bring(page: Page, t: Words, version: string): Promise<void> {
  await page.getByLabel(t('campaigns.packages.titleField'), { exact: true }).fill('注塑机控制器');
  await page.getByLabel(t('campaigns.packages.version'), { exact: true }).fill(version);
  await page.locator('input[type=file]').setInputFiles({ name: `xc-${version}.bin`, mimeType: 'application/octet-stream', buffer: randomBytes(700_000) });
  await press(page, t('campaigns.packages.send'));
  await page.getByText(`注塑机控制器 ${version}`).first().waitFor();
  await page.getByText(t('campaigns.packages.signed'), { exact: true }).first().waitFor(SLOW);
}

/** Begins a campaign of a version by the steps of the page, to whoever it fits. */
async function begin(page: Page, t: Words, version: string, shown: (step: string) => Promise<void>): Promise<void> {
  await page.goto('/machines/campaigns/new');
  await page.getByLabel(t('campaigns.new.name'), { exact: true }).fill(`升级到 ${version}`);
  await page.getByLabel(t('campaigns.new.choosePackage'), { exact: true }).selectOption({ label: t('campaigns.brings', { kind: t('campaigns.kind.FIRMWARE'), title: '注塑机控制器', version }) });
  await shown('what');
  await press(page, t('campaigns.new.next'));
  await page.locator('p[role=status]').filter({ hasText: /2.*2/ }).waitFor();
  await shown('machines');
  await press(page, t('campaigns.new.next'));
  await page.getByText(t('campaigns.new.limits'), { exact: true }).waitFor();
  // The first machine, then all of them at once: nobody waits here for ten minutes.
  await page.getByLabel(t('campaigns.new.wait'), { exact: true }).first().fill('0');
  for (const _ of [1, 2]) await page.getByRole('button', { name: t('campaigns.new.remove'), exact: true }).last().click();
  await shown('plan');
  await page.getByRole('button', { name: new RegExp(`^${t('campaigns.new.begin').split('{')[0] ?? ''}`) }).click();
  await page.waitForURL(/\/machines\/campaigns\/[0-9a-f-]{36}/);
}

/** Chooses all machines in the list and begins a campaign of a configuration with them, by the steps of the page. */
async function configure(page: Page, t: Words, shown: (step: string) => Promise<void>): Promise<void> {
  await page.goto('/machines');
  for (const machine of ['1 号注塑机', '2 号注塑机']) await page.getByRole('checkbox', { name: new RegExp(machine) }).check();
  await press(page, t('plant.bulk.menu'));
  await page.getByRole('menuitem', { name: t('plant.bulk.items.UPDATE'), exact: true }).waitFor();
  await shown('menu');
  await page.getByRole('menuitem', { name: t('plant.bulk.items.UPDATE'), exact: true }).click();
  await page.waitForURL('**/machines/campaigns/new?machines=chosen');
  await page.getByLabel(t('campaigns.new.name'), { exact: true }).fill('每两秒上报');
  await page.getByText(t('campaigns.new.values'), { exact: true }).click();
  const json = page.getByLabel(t('campaigns.new.json'), { exact: true });
  await json.fill('{reporting_interval_s: 2');
  await page.getByText(t('campaigns.new.jsonFault'), { exact: true }).waitFor();
  await shown('fault');
  await json.fill('{"reporting_interval_s": 2}');
  await press(page, t('campaigns.new.next'));
  await page.getByText(/^(从列表选的 2 台机器|2 machines chosen in the list)$/).waitFor();
  await page.locator('p[role=status]').filter({ hasText: /2.*2/ }).waitFor();
  await shown('machines');
  await press(page, t('campaigns.new.next'));
  await page.getByLabel(t('campaigns.new.wait'), { exact: true }).first().fill('0');
  for (const _ of [1, 2]) await page.getByRole('button', { name: t('campaigns.new.remove'), exact: true }).last().click();
  await page.getByRole('button', { name: new RegExp(`^${t('campaigns.new.begin').split('{')[0] ?? ''}`) }).click();
  await page.waitForURL(/\/machines\/campaigns\/[0-9a-f-]{36}/);
}

/** Waits until the page answers that the campaign stands so. */
async function says(page: Page, t: Words, state: string): Promise<void> {
  await page.getByText((t(`campaigns.answers.${state}`).split('{')[0] ?? '').trim()).first().waitFor(SLOW);
}

describe.each([
  ['zh-CN', DESKTOP],
  ['en', PHONE],
] as const)('a campaign of firmware, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-campaigns`;

  it('is set up, watched as simulated machines take it, and taken back', async () => {
    const owner = await Person.signUp('Campaigns');
    for (const machine of ['1 号注塑机', '2 号注塑机']) await owner.ask('mutation ($input: AddSimulatedDeviceInput!) { addSimulatedDevice(input: $input) { id } }', { input: { name: machine } });
    await inWindow(browser, { language, viewport, name }, async (page: Page, context) => {
      const look = async (step: string): Promise<void> => {
        await expectAccessible(page);
        await picture(page, `${name}-${step}`);
      };
      await owner.enterWindow(context);
      await page.goto('/machines/campaigns');
      await page.getByText(t('campaigns.none'), { exact: true }).waitFor();
      await look('1-empty');
      await page.getByRole('link', { name: t('campaigns.toPackages'), exact: true }).click();
      await page.getByText(t('campaigns.packages.none'), { exact: true }).waitFor();
      await look('2-no-packages');
      await bring(page, t, '1.0');
      await bring(page, t, '2.0');
      await look('3-packages');

      await begin(page, t, '1.0', (step) => look(`4-${step}`));
      await page.getByText(t('campaigns.machineState.DOWNLOADING'), { exact: true }).first().waitFor(SLOW);
      await look('5-under-way');
      await says(page, t, 'DONE');
      await look('6-done');

      await begin(page, t, '2.0', () => Promise.resolve());
      await says(page, t, 'DONE');
      await press(page, t('campaigns.steer.rollBack'));
      await page.getByRole('alertdialog').getByRole('button', { name: t('campaigns.steer.rollBack'), exact: true }).click();
      await says(page, t, 'ROLLING_BACK');
      await says(page, t, 'ROLLED_BACK');
      await look('7-rolled-back');

      await page.getByRole('link', { name: '1 号注塑机' }).first().click();
      await page.getByText('注塑机控制器 1.0', { exact: true }).waitFor();
      await look('8-machine');
      await page.goto('/machines/campaigns');
      await page.getByRole('link', { name: '升级到 2.0' }).waitFor();
      await look('9-list');
      await page.goto('/machines/packages');
      await press(page, t('campaigns.packages.keyReplace'));
      await page.getByRole('alertdialog').getByRole('button', { name: t('campaigns.packages.keyReplaceDo'), exact: true }).waitFor();
      await look('10-new-key');
      await page.getByRole('alertdialog').getByRole('button', { name: t('campaigns.packages.keyReplaceDo'), exact: true }).click();
      await page.getByText(t('campaigns.packages.keyFormer'), { exact: true }).waitFor();
      await look('11-keys');
    });
    const { campaigns } = await owner.ask<{ campaigns: { nodes: { state: string; counts: object[] }[] } }>('{ campaigns { nodes { state counts { state count } } } }');
    expect(campaigns.nodes).toEqual([{ state: 'ROLLED_BACK', counts: [{ state: 'ROLLED_BACK', count: 2 }] }, { state: 'DONE', counts: [{ state: 'UPDATED', count: 2 }] }]);
  });

  it('of a configuration is begun with the machines that were chosen in the list, and taken back', async () => {
    const owner = await Person.signUp('Configurations');
    for (const machine of ['1 号注塑机', '2 号注塑机']) await owner.ask('mutation ($input: AddSimulatedDeviceInput!) { addSimulatedDevice(input: $input) { id } }', { input: { name: machine } });
    await inWindow(browser, { language, viewport, name: `${name}-configuration` }, async (page: Page, context) => {
      const look = async (step: string): Promise<void> => {
        await expectAccessible(page);
        await picture(page, `${name}-configuration-${step}`);
      };
      await owner.enterWindow(context);
      await configure(page, t, (step) => look(`1-${step}`));
      await says(page, t, 'DONE');
      await look('2-done');
      await press(page, t('campaigns.steer.rollBack'));
      await page.getByRole('alertdialog').getByRole('button', { name: t('campaigns.steer.rollBack'), exact: true }).click();
      await says(page, t, 'ROLLED_BACK');
      await look('3-rolled-back');
    });
  });
});
