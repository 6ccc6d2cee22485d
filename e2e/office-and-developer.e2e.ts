import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openBrowser, PHONE, openWindow, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { EXAMPLE_MANIFEST } from '../apps/portal/src/areas/developer/example-manifest.js';
import { send } from './clients/device.js';
import { Person } from './clients/person.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { unsubscribe } from './portal/energy.js';
import { bindInputs, expectFigures, noonReadings, subscribeToIndicators } from './portal/indicators.js';
import { offered, openPalette } from './portal/palette.js';
import { announce } from './portal/announce.js';
import { reviewSignUp } from './portal/review-sign-up.js';
import { setFlag } from './portal/set-flag.js';
import { lookAsCompany } from './portal/look-as-company.js';
import { verifyAddress } from './portal/outbox.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).last().click();

/** What the app of these journeys costs: 199 yuan a month, in the notation of either language. */
const PRICE = { model: 'monthly', amountMinor: 19_900, currency: 'CNY' } as const;
const PRICE_READ = /199(\.00)?(?!\d)/;

/** A factory with a machine that has sent its counters. */
async function factory(companyName: string): Promise<Person> {
  const person = await Person.signUp(companyName);
  const { token } = await person.addMachine('注塑机 1#');
  expect(await send(token, noonReadings(Date.now()))).toBe(200);
  return person;
}

async function enter(page: Page, path: string, fields: Record<string, string>, submit: string): Promise<void> {
  await page.goto(path);
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value);
  await press(page, submit);
}

describe.each(byTurns([['zh-CN'], ['en']], 'zh-CN'))('the developer and the office, in %s', (language: Language) => {
  const t = wordsOf(language);

  it('a developer submits an app, staff list it, a factory finds it; a company is suspended and resumed', async () => {
    const stamp = `${Date.now()}`;
    const company = language === 'en' ? `Yangpu Soft ${stamp}` : `杨浦软件 ${stamp}`;
    const developer = await openWindow(browser, language, DESKTOP);
    await enter(developer.page, '/sign-up', { [t('auth.companyName')]: company, [t('auth.email')]: `dev-${stamp}@example.com`, [t('auth.password')]: 'a long enough secret' }, t('auth.signUp.submit'));
    await developer.page.waitForURL('**/home');
    await verifyAddress(`dev-${stamp}@example.com`);
    await developer.page.goto('/developer');
    await expectAccessible(developer.page);
    await picture(developer.page, `${language}-developer-1-register`);
    await developer.page.getByLabel(t('developer.register.name'), { exact: true }).fill(company);
    await press(developer.page, t('developer.register.submit'));
    await developer.page.getByText(t('developer.versions.emptyTitle')).waitFor();
    await openPalette(developer.page, t);
    await developer.page.keyboard.type(t('developer.nav.submit'));
    await offered(developer.page, t('developer.nav.submit')).waitFor();
    await developer.page.keyboard.press('Enter');
    await developer.page.waitForURL('**/developer/submit');
    const editor = developer.page.getByLabel(t('developer.submit.manifest'), { exact: true });
    expect(JSON.parse(await editor.inputValue())).toEqual(EXAMPLE_MANIFEST);
    const slug = `app-${stamp}`;
    const manifest = { ...EXAMPLE_MANIFEST, slug, price: PRICE };
    await editor.fill(JSON.stringify(manifest, null, 2));
    await expectAccessible(developer.page);
    await picture(developer.page, `${language}-developer-2-submit`);
    await press(developer.page, t('developer.submit.submit'));
    await developer.page.getByText(t('developer.state.SUBMITTED')).first().waitFor();

    const staff = await openWindow(browser, language, DESKTOP);
    const { demo } = platform();
    await enter(staff.page, '/sign-in', { [t('auth.email')]: demo.staffEmail, [t('auth.password')]: demo.staffPassword }, t('auth.signIn.submit'));
    await staff.page.waitForURL('**/admin');
    await staff.page.getByText(company, { exact: true }).first().waitFor();
    await expectAccessible(staff.page);
    await picture(staff.page, `${language}-office-1-companies`);
    // On a phone the places that do not fit under the thumb stand behind one more.
    await staff.page.setViewportSize(PHONE);
    await press(staff.page, t('office.phone.more'));
    await staff.page.getByRole('menuitem', { name: t('office.nav.backups'), exact: true }).click();
    await staff.page.waitForURL('**/admin/backups');
    await staff.page.getByRole('heading', { name: t('operations.backups.title'), exact: true }).waitFor();
    await expectAccessible(staff.page);
    await picture(staff.page, `${language}-office-1-backups`);
    await staff.page.setViewportSize(DESKTOP);
    await staff.page.goto('/admin/reviews');
    await expectAccessible(staff.page);
    // By its name: other journeys submit apps at the same time.
    await staff.page.getByRole('row').filter({ hasText: slug }).getByRole('link').first().click();
    await staff.page.waitForURL('**/admin/reviews/*');
    await staff.page.getByRole('button', { name: t('office.review.approve'), exact: true }).waitFor();
    await staff.page.getByText(slug).first().waitFor();
    await expectAccessible(staff.page);
    await picture(staff.page, `${language}-office-2-review`);
    await press(staff.page, t('office.review.approve'));
    await press(staff.page, t('office.review.approveConfirm'));
    await staff.page.getByText(t('developer.state.LISTED')).first().waitFor();

    // A factory reads what the developer made, and ends it.
    const { page, context, faults } = await openWindow(browser, language, DESKTOP);
    await (await factory(`${company} 客户`)).enterWindow(context);
    await subscribeToIndicators(page, t, language, manifest, PRICE_READ);
    await bindInputs(page, t, language, manifest);
    await expectFigures(page, t);
    await picture(page, `${language}-developer-3-figures`);
    const { pathname } = new URL(page.url());
    await unsubscribe(page, t);
    await page.goto(pathname);
    await page.getByText(t('apps.stopped.body')).waitFor();
    await context.close();

    // By the owner's mail: the factory's name begins with the developer's.
    await openPalette(staff.page, t);
    await staff.page.keyboard.type(`dev-${stamp}`);
    await offered(staff.page, company).waitFor();
    await expectAccessible(staff.page);
    await picture(staff.page, `${language}-office-3-palette`);
    await staff.page.keyboard.press('Enter');
    await staff.page.waitForURL('**/admin/companies/*');
    await staff.page.getByRole('button', { name: t('office.suspend.action'), exact: true }).waitFor();
    await press(staff.page, t('office.suspend.action'));
    await staff.page.getByLabel(t('office.suspend.reason'), { exact: true }).fill('欠费 unpaid');
    await press(staff.page, t('office.suspend.confirm'));
    await staff.page.getByText(t('office.state.SUSPENDED')).first().waitFor();
    await expectAccessible(staff.page);
    await picture(staff.page, `${language}-office-4-suspended`);
    await developer.page.goto('/home');
    await developer.page.getByText('欠费 unpaid').first().waitFor();
    await press(staff.page, t('office.resume.action'));
    await press(staff.page, t('office.resume.confirm'));
    await staff.page.getByRole('button', { name: t('office.suspend.action'), exact: true }).waitFor();
    // As it stood before: in its trial.
    await staff.page.getByText(t('office.state.TRIAL'), { exact: true }).first().waitFor();
    await lookAsCompany(staff.page, t, language, company);
    await reviewSignUp(staff.page, developer.page, t, language, company);
    await setFlag(staff.page, developer.page, t, language);
    await announce(staff.page, developer.page, t, language, company);
    expect([...developer.faults, ...staff.faults, ...faults]).toEqual([]);
    await developer.context.close();
    await staff.context.close();
  });
});
