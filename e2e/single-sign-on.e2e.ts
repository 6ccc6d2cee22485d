import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { noticeTitle } from '../packages/domain/src/notices/index.js';
import { codeOf } from '../packages/testing/src/authenticator.js';
import { nameServer, type NameServer } from '../packages/testing/src/name-server.js';
import { openidProvider, type OpenidProvider } from '../packages/testing/src/openid-provider.js';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { nameServerPort, platform } from './platform/env.js';
import { byTurns } from './platform/turns.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { letPeopleIn, proveDomain, setProviderUp, signInAtCompany } from './portal/company-provider.js';
import { press, signIn } from './portal/entering.js';
import { mailedLink, verifyAddress } from './portal/outbox.js';

let browser: Browser;
let names: NameServer;
let provider: OpenidProvider;
beforeAll(async () => {
  browser = await openBrowser();
  names = await nameServer(nameServerPort());
});
beforeEach(async () => {
  provider = await openidProvider(`${platform().portalUrl}/api/auth/sso-callback`, 'groups');
});
afterEach(() => provider.close());
afterAll(async () => {
  await browser.close();
  await names.close();
});

const PASSWORD = 'a long enough secret';
const KIND = 'single-sign-on.passed-over';

/** A new owner with a second factor, and what an authenticator keeps of it. A code is good once, so the one of half a minute ago is used here. */
async function ownerOf(company: string, email: string): Promise<{ owner: Person; secret: string }> {
  const owner = await Person.signUp(company, { email, password: PASSWORD });
  await verifyAddress(email);
  const { beginSecondFactor } = await owner.ask<{ beginSecondFactor: { secret: string } }>('mutation { beginSecondFactor { secret } }');
  await owner.ask('mutation ($code: String!) { confirmSecondFactor(code: $code) { codes } }', { code: codeOf(beginSecondFactor.secret, -1) });
  return { owner, secret: beginSecondFactor.secret };
}

/** Somebody who joins by an invitation, with a password, and owns the company too from then on. */
async function secondOwner(owner: Person, email: string): Promise<Person> {
  await owner.ask('mutation ($email: String!) { invitePerson(input: { email: $email, roleId: "admin", language: ZH }) { id } }', { email });
  const token = new URL(await mailedLink(email, '/invitation')).searchParams.get('token') ?? '';
  const person = await Person.accept({ token, name: '李工', password: PASSWORD });
  const { viewer } = await person.ask<{ viewer: { id: string } }>('{ viewer { id } }');
  await owner.ask('mutation ($to: ID!, $password: String!) { transferOwnership(input: { to: $to, ownRoleId: "owner", password: $password }) { id } }', { to: viewer.id, password: PASSWORD });
  return person;
}

/** Waits until somebody was mailed that an owner came in past single sign-on. */
async function isMailed(to: string): Promise<void> {
  const { staffEmail, staffPassword } = platform().demo;
  const staff = await Person.signIn(staffEmail, staffPassword);
  const mailed = async (): Promise<string[]> => {
    const { outboxMails } = await staff.ask<{ outboxMails: { nodes: { to: string; subject: string }[] } }>('{ outboxMails(first: 50) { nodes { to subject } } }');
    return outboxMails.nodes.filter((mail) => mail.to === to).map(({ subject }) => subject);
  };
  await eventually(mailed, (subjects) => subjects.some((subject) => subject.includes(noticeTitle(KIND, 'zh-CN'))));
}

async function giveCode(page: Page, t: Words, code: string): Promise<void> {
  await page.getByLabel(t('auth.code'), { exact: true }).fill(code);
  await press(page, t('auth.secondStep.submit'));
}

describe.each(byTurns([
  ['zh-CN', DESKTOP, '宝山精密'],
  ['zh-CN', PHONE, '宝山精密'],
  ['en', DESKTOP, 'Baoshan Precision'],
  ['en', PHONE, 'Baoshan Precision'],
], 'zh-CN'))('a company’s own way of signing in, in %s', (language: Language, viewport, company) => {
  const t = wordsOf(language);
  const visit = (name: string) => ({ language, viewport, name: `sso-${name}-${language}-${viewport.width}` });
  const lookAt = (page: Page) => async (name: string): Promise<void> => {
    await expectAccessible(page);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `sso-${language}-${viewport.width}-${name}`);
  };

  it(`is set up, lets people in, becomes the only one, and is passed over by an owner once it breaks, at ${viewport.width} px`, async () => {
    const domain = `works-${process.pid}-${Date.now()}.example`;
    const [boss, partner, newcomer] = [`wang@${domain}`, `li@${domain}`, `zhao@${domain}`];
    const { owner, secret } = await ownerOf(company, boss);
    const member = await secondOwner(owner, partner);
    await inWindow(browser, visit('owner'), async (page, context) => {
      const look = lookAt(page);
      await owner.enterWindow(context);
      await page.goto('/settings/security');
      await setProviderUp(page, t, { provider, domain, look });
      await proveDomain(page, t, names);
      await letPeopleIn(page, t, { group: 'maintenance', look });
      await look('open');

      await inWindow(browser, visit('newcomer'), async (theirs) => {
        provider.person = { email: newcomer, email_verified: true, name: '赵工', groups: ['maintenance'] };
        await signInAtCompany(theirs, t, newcomer, lookAt(theirs));
        await theirs.waitForURL('**/home');
        await theirs.goto('/settings/people/me');
        await theirs.getByText(t('people.member.reason.GRANTED_BY_ROLE', { role: t('people.roles.engineer.name') })).first().waitFor();
      });

      provider.person = { email: boss, email_verified: true };
      await page.request.post('/api/auth/sign-out');
      await signInAtCompany(page, t, boss);
      await page.waitForURL('**/sign-in?step=code&next=*');
      await giveCode(page, t, codeOf(secret));
      await page.waitForURL('**/home');
      await page.goto('/settings/security');
      await page.getByRole('switch', { name: t('security.sso.demand.label') }).click();
      await page.getByText(t('security.sso.demand.nobody')).waitFor();
      await look('demand');
      await press(page, t('security.sso.demand.turnOn'));
      await page.getByText(t('security.sso.demand.isOn')).first().waitFor();
      await look('demanded');

      await inWindow(browser, visit('member'), async (theirs, theirContext) => {
        await member.enterWindow(theirContext);
        await theirs.goto('/machines');
        await theirs.waitForURL('**/company-sign-in?next=%2Fmachines');
        await theirs.getByText(t('security.sso.missing.setUp')).waitFor();
        await lookAt(theirs)('closed');
        provider.person = { email: partner, email_verified: true };
        await press(theirs, t('security.sso.link.go'));
        // Where they wanted to go, through the provider and back.
        await theirs.waitForURL('**/machines');
      });

      await provider.close();
      await page.request.post('/api/auth/sign-out');
      await signIn(page, t, { email: boss, password: PASSWORD });
      await giveCode(page, t, codeOf(secret, 1));
      await page.waitForURL('**/company-sign-in?next=%2Fhome');
      await press(page, t('security.sso.link.go'));
      await page.getByText(t('errors.AUTH.SSO_AWAY.what')).waitFor();
      await look('broken');
      await press(page, t('security.sso.missing.pass'));
      await page.waitForURL('**/home');
      await page.goto('/notices');
      await page.getByText(noticeTitle(KIND, language)).first().waitFor();
      await look('told');
    });
    await Promise.all([isMailed(boss), isMailed(partner)]);
  });
});
