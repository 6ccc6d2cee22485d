import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { send } from './clients/device.js';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const STEP_MS = 1_000;
const COUNT = 100;
/** Of these readings none is sent at first. */
const HOLE = { from: 40, to: 64 };

interface Ledger {
  readonly machineCompleteness: { readonly figures: { readonly kept: number; readonly missing: number }; readonly gaps: { readonly nodes: readonly { readonly recovered: number | null }[] } };
}

describe.each([['zh-CN', DESKTOP], ['en', PHONE]] as const)('what of a machine’s readings is there, in %s', (language: Language, viewport) => {
  const t = wordsOf(language);
  const name = `${language}-completeness-${viewport.width}`;

  it(`is counted, what is missing is found, and the month’s statement is shown and handed out, at ${viewport.width} px`, async () => {
    const person = await Person.signUp('嘉定精密');
    const machine = await person.addMachine('注塑机 1');
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto('/machines/completeness');
      await page.getByText(t('completeness.none')).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-0-none`);

      // A ledger begins with its machine, so what was due is told ahead of time, as a clock that is some minutes fast does.
      const firstMs = Math.ceil(Date.now() / STEP_MS) * STEP_MS;
      const readings = Array.from({ length: COUNT }, (_, n) => ({ ts: firstMs + n * STEP_MS, values: { mould_temp_c: 60 + (n % 7) } }));
      await send(machine.token, readings.filter((_, n) => n < HOLE.from || n >= HOLE.to));
      await eventually(
        () => person.ask<Ledger>(`{ machineCompleteness(deviceId: "${machine.id}") { figures { kept missing } gaps { nodes { recovered } } } }`),
        ({ machineCompleteness: { figures } }) => figures.kept === COUNT - (HOLE.to - HOLE.from) && figures.missing === HOLE.to - HOLE.from,
      );
      await page.goto(`/machines/${machine.id}?tab=completeness`);
      await page.getByText(t('completeness.gapsIntro')).waitFor();
      await page.getByText(t('completeness.cause.UNKNOWN', { absent: String(HOLE.to - HOLE.from) })).first().waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-1-machine`);

      await eventually(() => person.ask<{ completeness: { madeAt: string | null } }>('{ completeness { madeAt } }'), ({ completeness }) => completeness.madeAt !== null);
      await page.goto('/machines/completeness');
      await page.getByRole('link', { name: '注塑机 1' }).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-2-statement`);
      for (const [link, begins] of [['pdf', '%PDF-'], ['csv', '\uFEFFmonth,']] as const) {
        const waiting = page.waitForEvent('download');
        await page.getByRole('link', { name: t(`completeness.${link}`), exact: true }).click();
        const stream = await (await waiting).createReadStream();
        const pieces: Buffer[] = [];
        for await (const piece of stream) pieces.push(piece as Buffer);
        expect(Buffer.concat(pieces).toString('utf8').startsWith(begins)).toBe(true);
      }
    });
  });
});
