import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsync } from 'mqtt';
import type { Browser, Page } from 'playwright-core';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { newAccount, press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['zh-CN', DESKTOP, '冲床 1', '华东模具'],
  ['zh-CN', PHONE, '冲床 1', '华东模具'],
  ['en', PHONE, 'Press 1', 'Eastern Tools'],
] as const)('a machine that is handed over, in %s, window %#', (language: Language, viewport, name, company) => {
  const t = wordsOf(language);
  const at = `${language}-${viewport.width}-handover`;
  const say = (key: string, values: Record<string, string> = {}): string => t(`handover.${key}`, values);
  const look = async (page: Page, what: string): Promise<void> => {
    await expectAccessible(page);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `${at}-${what}`);
  };

  it('is released with a label, taken by whoever scans it, and connects as before', async () => {
    const maker = await Person.signUp('Maker');
    const { id, token } = await maker.addMachine(name);
    let code = '';
    await inWindow(browser, { language, viewport, name: `${at}-maker` }, async (page, context) => {
      await maker.enterWindow(context);
      await page.goto(`/machines/${id}`);
      await press(page, t('machines.actionsShort'));
      await page.getByRole('menuitem', { name: t('plant.machine.handOver') }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(say('consequence')).waitFor();
      await look(page, '1-release');
      await dialog.getByRole('button', { name: /^(开放移交|Release it)/ }).click();
      await dialog.getByText(say('once')).waitFor();
      await look(page, '2-label');
      code = await dialog.locator('figure code').innerText();
      await page.emulateMedia({ media: 'print' });
      await picture(page, `${at}-3-printed`);
      await page.emulateMedia({ media: 'screen' });
      await dialog.getByRole('button', { name: say('kept'), exact: true }).click();
      await page.getByText(/^(等待接收|May be taken over)/).waitFor();
      await look(page, '4-open');
    });

    const account = newAccount(company);
    await Person.signUp(company, account);
    await inWindow(browser, { language, viewport, name: `${at}-taker` }, async (page) => {
      // As a phone's camera opens it, before anybody signed in.
      await page.goto(`/claim/${code}`);
      await page.waitForURL('**/sign-in?next=*');
      await page.getByLabel(t('auth.email'), { exact: true }).fill(account.email);
      await page.getByLabel(t('auth.password'), { exact: true }).fill(account.password);
      await press(page, t('auth.signIn.submit'));
      await page.getByText('Maker', { exact: true }).waitFor();
      await page.getByText(say('claim.answer'), { exact: true }).waitFor();
      await look(page, '5-found');
      await press(page, say('claim.take'));
      await page.getByText(say('claim.doneKept')).waitFor();
      await page.getByText(say('claim.answer'), { exact: true }).waitFor({ state: 'detached' });
      await page.locator('nav a[aria-current]:visible').filter({ hasText: t('frame.nav.machines') }).first().waitFor();
      await look(page, '6-taken');
      const client = await connectAsync(platform().mqttUrl, { username: token, protocolVersion: 5 });
      await client.publishAsync('v1/devices/me/telemetry', '{"power_kw":7}', { qos: 1 });
      await client.endAsync();
      await page.getByRole('link', { name: say('claim.toMachine'), exact: true }).click();
      await page.getByText(/7\.00/).first().waitFor();
      await page.goto('/machines/claim');
      await page.getByLabel(say('claim.code'), { exact: true }).last().fill('0000');
      await press(page, say('claim.look'));
      await page.getByText(say('claim.codeWrong')).waitFor();
      await look(page, '7-typed');
      await page.getByLabel(say('claim.code'), { exact: true }).last().fill(code);
      await press(page, say('claim.look'));
      await page.getByText(t('errors.CLAIM.NOT_FOUND.what')).waitFor();
      await look(page, '8-gone');
    });
    await inWindow(browser, { language, viewport, name: `${at}-after` }, async (page, context) => {
      await maker.enterWindow(context);
      await page.goto(`/machines/${id}`);
      await page.getByText(company).first().waitFor();
      await look(page, '9-handed-over');
      await page.goto(`/machines/${id}?tab=connection`);
      await page.getByText(new RegExp(`^${say('markTaken').split('{')[0] ?? ''}|${t('machines.token.wentAlong').split('{')[0] ?? ''}`)).last().waitFor();
      await page.getByText(t('machines.token.revoked'), { exact: true }).waitFor({ state: 'detached' });
      await look(page, '10-connection');
    });
  });

  it('many are released from the list, each with a label of its own', async () => {
    const maker = await Person.signUp('Many');
    const machines = [`${name} A`, `${name} B`, `${name} C`];
    for (const machine of machines) await maker.addMachine(machine);
    await inWindow(browser, { language, viewport, name: `${at}-many` }, async (page, context) => {
      await maker.enterWindow(context);
      await page.goto('/machines');
      for (const machine of machines) await page.getByRole('checkbox', { name: new RegExp(machine) }).check();
      await press(page, t('plant.bulk.menu'));
      await page.getByRole('menuitem', { name: t('plant.bulk.items.HANDOVER'), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(say('consequence')).waitFor();
      await look(page, 'many-1-release');
      await dialog.getByRole('button', { name: /^(开放移交|Release)/ }).click();
      await dialog.getByText(say('once')).waitFor();
      const codes = await dialog.locator('figure code').allInnerTexts();
      expect(new Set(codes).size).toBe(machines.length);
      await look(page, 'many-2-labels');
      await page.emulateMedia({ media: 'print' });
      await picture(page, `${at}-many-3-printed`);
      await page.emulateMedia({ media: 'screen' });
      await dialog.getByRole('button', { name: say('kept'), exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await look(page, 'many-4-list');
    });
  });

  it('tags have a page, where they are renamed, merged and deleted', async () => {
    const owner = await Person.signUp('Tags');
    const { id } = await owner.addMachine(name);
    await owner.ask('mutation ($id: ID!) { tagDevice(input: { id: $id, tags: ["injection", "注塑", "old"] }) { id } }', { id });
    const act = async (page: Page, tag: string, key: string): Promise<void> => {
      const item = page.getByRole('menuitem', { name: t(`plant.tags.${key}`), exact: true });
      // Rows move up when one goes; whoever missed the button presses it again.
      for (let isOpen = false; !isOpen; isOpen = await item.waitFor({ timeout: 5_000 }).then(() => true, () => false)) await press(page, t('plant.tags.actions', { name: tag }));
      await item.click();
    };
    await inWindow(browser, { language, viewport, name: `${at}-tags` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/machines/tags');
      await page.getByRole('link', { name: 'old', exact: true }).waitFor();
      await look(page, 'tags-1');
      await act(page, 'injection', 'merge');
      await page.getByRole('dialog').getByRole('combobox').selectOption({ label: '注塑' });
      await look(page, 'tags-2-merge');
      await press(page, t('plant.tags.merge'));
      await page.getByRole('link', { name: 'injection', exact: true }).waitFor({ state: 'detached' });
      await act(page, 'old', 'delete');
      await page.getByRole('alertdialog').getByRole('button', { name: t('plant.tags.delete'), exact: true }).click();
      await page.getByRole('link', { name: 'old', exact: true }).waitFor({ state: 'detached' });
      await act(page, '注塑', 'rename');
      await page.getByRole('dialog').getByLabel(t('plant.tags.name'), { exact: true }).fill('moulding');
      await page.getByRole('dialog').getByRole('button', { name: t('frame.save'), exact: true }).click();
      await page.getByRole('link', { name: 'moulding', exact: true }).waitFor();
      await look(page, 'tags-3-one');
      expect(await owner.ask('{ tags { name machineCount } }')).toEqual({ tags: [{ name: 'moulding', machineCount: 1 }] });
    });
  });

  it('the ways in stand behind one button, by thumb and by keys', async () => {
    const owner = await Person.signUp('Ways');
    await inWindow(browser, { language, viewport, name: `${at}-ways` }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/machines');
      const button = page.getByRole('button', { name: t('machines.ways.label'), exact: true });
      await press(page, t('machines.ways.label'));
      await page.getByRole('menuitem', { name: t('machines.ways.tags'), exact: true }).waitFor();
      await look(page, 'ways');
      await page.keyboard.press('Escape');
      // While it still folds up, a key would be the menu's.
      await page.getByRole('menu').waitFor({ state: 'detached' });
      await button.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: t('machines.ways.tags'), exact: true }).waitFor();
      await page.locator('[role=menuitem]:focus').waitFor();
      await page.keyboard.press('End');
      await page.locator('[role=menuitem]:focus').filter({ hasText: t('machines.ways.tags') }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/machines/tags');
    });
  });
});
