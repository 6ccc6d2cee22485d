import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { send } from './clients/device.js';
import { eventually } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { wordsOf } from './platform/words.js';
import { awaitFigure, setUpEnergy, subscribeToEnergy, unsubscribe } from './portal/energy.js';
import { newAccount, press, resetPassword, sendSignUp, signIn, signUp } from './portal/entering.js';
import { deleteSimulated, expectMoving, nameMachine, revokeToken, rotateToken, runCommands, tokenIn } from './portal/machines.js';
import { mailedLink } from './portal/outbox.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const FIRST_VALUE_WITHIN_MS = 60_000;
const MOST_CLICKS = 3;
const MINUTE_MS = 60_000;
const OWN = '3#';

/** Counts presses as the page hears them, across pages. */
async function countPresses(page: Page): Promise<() => number> {
  let presses = 0;
  await page.exposeFunction('tellPress', () => (presses += 1));
  await page.addInitScript(() => addEventListener('pointerdown', () => void (globalThis as unknown as { tellPress(): Promise<void> }).tellPress(), true));
  return () => presses;
}

async function ask<Data>(page: Page, query: string): Promise<Data> {
  const answer = await page.request.post('/graphql', { data: { query } });
  return ((await answer.json()) as { data: Data }).data;
}

/** Each language and each screen once. */
const matrix = [
  ['zh-CN', DESKTOP, 'desktop'],
  ['en', PHONE, 'phone'],
] as const;

describe.each(byTurns(matrix, 'zh-CN'))('a plant manager, in %s', (language, viewport, device) => {
  const t = wordsOf(language);
  const keep = (page: Page, name: string): Promise<void> => picture(page, `${language}-${device}-${name}`);

  it(`on a ${device}: from sign-up to an app’s answer, and out again`, async () => {
    await inWindow(browser, { language, viewport, name: `${language}-${device}` }, async (page) => {
      const account = newAccount(language === 'en' ? 'Baoshan Moulding Ltd' : '宝山注塑有限公司');

      // From the landing page to a machine that moves: in the browser's language, within a minute and three presses.
      const presses = await countPresses(page);
      await page.goto('/');
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await keep(page, '1-landing');
      await page.getByRole('link', { name: t('public.signUp'), exact: true }).first().click();
      await page.waitForURL('**/sign-up');
      await signUp(page, t, account);
      const signedUpMs = Date.now();
      await page.getByRole('heading', { name: t('home.first.title') }).waitFor();
      await keep(page, '2-home-empty');
      await press(page, t('home.first.simulated.action'));
      await page.waitForURL('**/machines/*');
      await page.locator('canvas').first().waitFor({ timeout: FIRST_VALUE_WITHIN_MS });
      await expectMoving(page, t);
      expect(Date.now() - signedUpMs).toBeLessThan(FIRST_VALUE_WITHIN_MS);
      expect(presses()).toBeLessThanOrEqual(MOST_CLICKS);
      const simulated = { path: new URL(page.url()).pathname, name: await page.getByRole('heading', { level: 1 }).innerText() };
      expect(simulated.name).toMatch(language === 'en' ? /^Moulding machine \d/ : /^\d 号注塑机/);
      await keep(page, '3-machine-simulated');

      // A machine of one's own: the commands as given; the page turns by itself.
      const commands = await nameMachine(page, t, OWN);
      await keep(page, '4-machine-waiting');
      const isTold = page.getByText(t('machines.connect.connectedTitle', { name: OWN })).waitFor();
      const ways = await runCommands(commands);
      expect(ways).toEqual(expect.arrayContaining(['curl', 'Node']));
      await isTold;
      await page.waitForURL(/\/machines\/(?!new)[^/]+$/);
      await page.getByText('23.4').first().waitFor();
      await keep(page, '5-machine-connected');
      const own = new URL(page.url()).pathname;
      await page.goto(`${own}?tab=points`);
      await page.getByRole('table').getByText('23.4').nth(ways.length - 1).waitFor();

      // Its meter's readings, the store, consent, the set-up, and the answer.
      const token = tokenIn(commands.find(({ way }) => way === 'curl')!.command);
      const startMs = Date.now() - 30 * MINUTE_MS;
      expect(await send(token, [{ ts: startMs, values: { energy_kwh: 1_000 } }, { ts: startMs + 10 * MINUTE_MS, values: { energy_kwh: 1_010 } }])).toBe(200);
      await subscribeToEnergy(page, t);
      await keep(page, '6-set-up');
      await setUpEnergy(page, t, { machine: OWN, yuanPerKwh: 2, kgCo2PerKwh: 0.5 });
      await awaitFigure(page, t('energy.tiles.energy'), '10kWh');
      await awaitFigure(page, t('energy.tiles.cost'), `20${t('energy.unit.yuan')}`);
      await awaitFigure(page, t('energy.tiles.carbon'), `5${t('energy.unit.kg')}`);
      await page.locator('header').getByText(/10\s*kWh/).first().waitFor();
      await keep(page, '7-energy');

      // A new value, and the page follows; another range, and the address says so.
      expect(await send(token, { ts: startMs + 20 * MINUTE_MS, values: { energy_kwh: 1_025 } })).toBe(200);
      await awaitFigure(page, t('energy.tiles.energy'), '25kWh');
      await page.locator('header').getByText(/25\s*kWh/).first().waitFor();
      const subscription = new URL(page.url()).pathname;
      await page.goto(`${subscription}?range=30d`);
      await awaitFigure(page, t('energy.tiles.energy'), '25kWh');
      await page.goto(`${subscription}?from=2024-01-01T00:00:00Z&to=2024-01-31T00:00:00Z`);
      await page.getByText(t('energy.noResults.title')).waitFor();
      await press(page, t('energy.noResults.show'));
      await awaitFigure(page, t('energy.tiles.energy'), '25kWh');

      // Unsubscribed: the page is shut, and the grant is over.
      await unsubscribe(page, t);
      await page.goto(subscription);
      await page.getByText(t('apps.stopped.body')).waitFor();
      await keep(page, '8-unsubscribed');

      // What was refused is said in plain words; a token is exchanged and revoked.
      expect(await send(token, '{"power_kw": 12.,}')).toBe(400);
      await page.goto(`${own}?tab=connection`);
      await page.getByText(t('refusals.reasons.TELEMETRY.BAD_JSON.mend')).waitFor();
      const next = await rotateToken(page, t);
      expect([await send(token, { power_kw: 1 }), await send(next, { power_kw: 1 })]).toEqual([401, 200]);
      await revokeToken(page, t);
      expect(await send(next, { power_kw: 1 })).toBe(401);
      await keep(page, '9-connection');

      // The simulated machine goes, and its data with it.
      await page.goto(simulated.path);
      await deleteSimulated(page, t, simulated.name);
      await page.goto(simulated.path);
      await page.getByText(t('machines.noSuch.title')).waitFor();
      const left = await eventually(
        () => ask<{ series: { nodes: { deviceName: string }[] } }>(page, '{ series { nodes { deviceName } } }'),
        ({ series }) => series.nodes.every((each) => each.deviceName === OWN),
      );
      expect(left.series.nodes.length).toBeGreaterThan(0);

      // The other language, remembered; out, a new password by mail, and in again.
      const other = language === 'en' ? 'zh-CN' : 'en';
      const u = wordsOf(other);
      await page.goto('/settings');
      // The page is made anew in that language, so the choice itself is gone at once.
      await page.getByRole('radio', { name: t(`frame.language.name.${other}`) }).click();
      await page.getByRole('heading', { level: 1, name: u('settings.title') }).waitFor();
      await press(page, u('settings.session.signOut'));
      await page.waitForURL((url) => url.pathname === '/');
      await page.reload();
      expect(await page.getAttribute('html', 'lang')).toBe(other);

      // Nobody signs up twice, nor with a password that anybody would try.
      await page.goto('/sign-up');
      await sendSignUp(page, u, { ...newAccount(account.companyName), password: 'too short' });
      await page.getByRole('status').filter({ hasText: u('newPassword.strength.said', { level: u('newPassword.strength.level.1') }) }).waitFor();
      await keep(page, '10-weak-password');
      await page.getByText(u('errors.AUTH.WEAK_PASSWORD.next')).waitFor();
      await sendSignUp(page, u, account);
      await page.getByText(u('errors.AUTH.EMAIL_TAKEN.what')).waitFor();

      await resetPassword(page, u, account.email, 'another long secret', (email) => mailedLink(email, '/reset-password'));
      await signIn(page, u, account);
      await page.getByText(u('errors.AUTH.WRONG_CREDENTIALS.what')).waitFor();
      await keep(page, '10-old-password');
      await signIn(page, u, { ...account, password: 'another long secret' });
      await page.waitForURL('**/home');
    });
  });
});
