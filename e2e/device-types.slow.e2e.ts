import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from './clients/device.js';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { fillItem, giveTo, openTab, publish } from './portal/device-types.js';
import { press } from './portal/entering.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const MACHINE = '循环泵';

/** Chooses what may be done with the type that is open. */
async function act(page: Page, t: Words, action: string): Promise<void> {
  await page.getByRole('button', { name: t('deviceTypes.type.actionsShort'), exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Offers a document to the page of new types. */
async function offer(page: Page, t: Words, document: string): Promise<void> {
  const file = path.join(tmpdir(), `device-type-${process.pid}.json`);
  await writeFile(file, document);
  await page.getByLabel(t('deviceTypes.new.chooseFile'), { exact: true }).setInputFiles(file);
}

describe.each([['zh-CN', DESKTOP], ['en', PHONE]] as const)('working at a device type, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-type-work-${viewport.width}`;

  it(`draws it from a machine, mends what is wrong beside its field, shows what a version changes, and goes out and in as a document, at ${viewport.width} px`, async () => {
    const person = await Person.signUp('青浦泵业');
    const machine = await person.addMachine(MACHINE);
    const now = Date.now();
    await send(machine.token, Array.from({ length: 30 }, (_, n) => ({ ts: now - n * 10_000, values: { pressure_bar: 4 + (n % 5) / 10, mode: n % 3 === 0 ? 'auto' : 'hand' } })));
    await eventually(() => person.ask<{ device: { latestValues: unknown[] } }>(`{ device(id: "${machine.id}") { latestValues { at } } }`), ({ device }) => device.latestValues.length === 2);
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto(`/machines/${machine.id}?tab=metrics`);
      await page.getByText(t('machines.type.none'), { exact: true }).waitFor();
      await press(page, t('machines.type.draw'));
      await page.getByRole('dialog').getByLabel(t('machines.type.drawName'), { exact: true }).fill('Pump');
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: t('machines.type.drawMake'), exact: true }).click();
      await page.waitForURL(/\/machines\/types\/[0-9a-f-]{36}/);
      const url = page.url();
      await page.getByText(t('deviceTypes.draft.first'), { exact: true }).waitFor();
      await picture(page, `${name}-0-drawn`);

      // What is wrong is said beside its field, and nothing is kept.
      await fillItem(page, t, t('deviceTypes.part.editOf', { name: 'pressure_bar' }), { [t('deviceTypes.form.zh')]: '出口压力', [t('deviceTypes.form.en')]: 'Outlet pressure', [t('deviceTypes.form.min')]: '9', [t('deviceTypes.form.max')]: '5' });
      await page.getByText(t('deviceTypes.faults.range-empty')).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-1-fault`);
      await page.getByRole('dialog').getByLabel(t('deviceTypes.form.min'), { exact: true }).fill('0');
      await page.getByRole('dialog').getByRole('button', { name: t('frame.save'), exact: true }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      const pressure = language === 'en' ? 'Outlet pressure' : '出口压力';
      await page.getByText(pressure, { exact: true }).first().waitFor();
      await publish(page, t, 1, 'first');

      // The next change begins a draft, whose breaking parts are named before it is published.
      await fillItem(page, t, t('deviceTypes.part.editOf', { name: pressure }), { [t('deviceTypes.form.unit')]: 'MPa' });
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await fillItem(page, t, t('deviceTypes.part.add.alarms'), { [t('deviceTypes.form.key')]: 'high', [t('deviceTypes.form.zh')]: '压力高', [t('deviceTypes.form.en')]: 'Pressure high', [t('deviceTypes.form.metric')]: 'pressure_bar', [t('deviceTypes.form.value')]: '4.8' });
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await fillItem(page, t, t('deviceTypes.part.add.commands'), { [t('deviceTypes.form.key')]: 'stop' });
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // In full: what is rounded for reading would be another bound.
      await page.getByText(/4\.8/).first().waitFor();
      await page.locator('summary').filter({ hasText: '3' }).click();
      await page.getByText(t('deviceTypes.changes.breaking'), { exact: true }).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-2-draft`);
      await press(page, t('deviceTypes.draft.publish'));
      await page.getByRole('dialog').getByText('pressure_bar').waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-3-publish`);
      await page.keyboard.press('Escape');
      await publish(page, t, 2, 'MPa');
      await openTab(page, t, 'versions');
      await page.locator('summary').filter({ hasText: '3' }).click();
      await expectAccessible(page);
      await picture(page, `${name}-4-versions`);

      // Out as a document, which comes in again; one with a fault is told where.
      const [download] = await Promise.all([page.waitForEvent('download'), press(page, t('deviceTypes.versions.exportOf', { version: '2' }))]);
      const document = await readFile(await download.path(), 'utf8');
      expect([download.suggestedFilename(), JSON.parse(document)]).toEqual(['Pump-v2.json', expect.objectContaining({ format: 'tenon.device-type/1', name: 'Pump' })]);
      await page.goto('/machines/types/new');
      await page.getByLabel(t('deviceTypes.new.chooseFile'), { exact: true }).waitFor({ state: 'attached' });
      await offer(page, t, document.replace('"kind": "number"', '"kind": "float"'));
      await page.getByText('/metrics/1/kind', { exact: true }).or(page.getByText('/metrics/0/kind', { exact: true })).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-5-faulty`);
      await offer(page, t, document.replace('"name": "Pump"', '"name": "Pump 2"'));
      await page.getByText(t('deviceTypes.new.fine', { name: 'Pump 2' }), { exact: true }).waitFor();
      await press(page, t('deviceTypes.new.import'));
      await page.getByRole('heading', { level: 1, name: 'Pump 2' }).waitFor();

      // One in use is not deleted, and says the way; one that is free goes.
      await giveTo(page, t, MACHINE);
      await act(page, t, t('deviceTypes.type.delete'));
      await page.getByText(t('deviceTypes.delete.inUse'), { exact: true }).waitFor();
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: t('frame.cancel'), exact: true }).click();
      await press(page, t('deviceTypes.machines.removeOf', { name: MACHINE }));
      await page.getByText(t('deviceTypes.machines.none'), { exact: true }).waitFor();
      await act(page, t, t('deviceTypes.type.delete'));
      await page.getByRole('alertdialog').getByRole('button', { name: t('deviceTypes.type.delete'), exact: true }).click();
      await page.waitForURL('**/machines/types');
      await page.getByRole('link', { name: 'Pump', exact: true }).waitFor();
      await picture(page, `${name}-6-list`);

      await page.goto(url);
      await act(page, t, t('deviceTypes.type.duplicate'));
      await expectAccessible(page);
      await page.getByRole('dialog').getByRole('button', { name: t('deviceTypes.duplicate.make'), exact: true }).click();
      await page.getByRole('heading', { level: 1, name: t('deviceTypes.duplicate.suggested', { name: 'Pump' }) }).waitFor();
    });
  });
});
