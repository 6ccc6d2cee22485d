import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { codeOf } from '../packages/testing/src/authenticator.js';
import { Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { platform } from './platform/env.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { newAccount, press, signIn, signUp } from './portal/entering.js';
import { mailedLink, verifyAddress } from './portal/outbox.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const fill = (page: Page, label: string, text: string): Promise<void> => page.getByLabel(label, { exact: true }).fill(text);

/** Sets a second factor up where its page is open, and gives what an authenticator would keep. */
async function setUp(page: Page, t: Words, look: (name: string) => Promise<void> = () => Promise.resolve()): Promise<string> {
  await press(page, t('security.setUp.begin'));
  await page.getByRole('img', { name: t('security.setUp.qr') }).waitFor();
  await look('qr');
  const secret = (await page.getByRole('figure', { name: t('security.setUp.key'), exact: true }).locator('code').innerText()).replaceAll(/\s/g, '');
  await fill(page, t('security.setUp.code'), codeOf(secret));
  await press(page, t('security.setUp.confirm'));
  await page.getByText(t('security.codes.title'), { exact: true }).waitFor();
  await look('recovery-codes');
  await press(page, t('security.codes.kept'));
  return secret;
}

/** What a program is answered that comes with this key, through the portal's own address. */
async function answerTo(key: string): Promise<string> {
  const response = await fetch(`${platform().portalUrl}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` }, body: JSON.stringify({ query: '{ devices { totalCount } }' }) });
  return response.text();
}

/** Changes one's own password where the security page is open, after a slip or two. */
async function changePassword(page: Page, t: Words, [current, next]: readonly [string, string], look: (name: string) => Promise<void>): Promise<void> {
  const send = (): Promise<void> => page.getByRole('dialog').getByRole('button', { name: t('security.ownPassword.submit'), exact: true }).click();
  await press(page, t('security.ownPassword.change'));
  await fill(page, t('security.password.label'), 'not my own');
  await fill(page, t('security.ownPassword.new'), next);
  await send();
  await page.getByRole('dialog').getByText(t('errors.AUTH.WRONG_PASSWORD.what')).waitFor();
  await fill(page, t('security.password.label'), current);
  await fill(page, t('security.ownPassword.new'), current);
  await send();
  await page.getByRole('dialog').getByText(t('errors.AUTH.SAME_PASSWORD.what')).waitFor();
  await look('password');
  await fill(page, t('security.ownPassword.new'), next);
  await send();
  await page.getByText(t('security.ownPassword.done')).first().waitFor();
}

/** Makes a key, lets a program use it, and takes it back. */
async function tryKey(page: Page, t: Words, look: (name: string) => Promise<void>): Promise<void> {
  await press(page, t('security.keys.new'));
  await fill(page, t('security.keys.name'), 'ERP');
  await look('new-key');
  await press(page, t('security.keys.make'));
  const key = await page.getByRole('figure', { name: t('security.keys.secret'), exact: true }).locator('code').innerText();
  expect(await answerTo(key)).toContain('totalCount');
  await look('key');
  await press(page, t('security.keys.kept'));
  await page.getByRole('button', { name: t('security.keys.revokeLabel', { name: 'ERP' }), exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: t('security.keys.revoke'), exact: true }).click();
  await page.getByText(t('security.keys.revoked')).first().waitFor();
  expect(await answerTo(key)).toContain('AUTH.KEY_INVALID');
}

/** Gives the browser an authenticator whose owner is always there, as a telephone with a finger on it. */
async function withAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
}

/** Adds a passkey where the security page is open, and gives it another name. */
async function addPasskey(page: Page, t: Words, look: (name: string) => Promise<void>): Promise<void> {
  await press(page, t('security.passkeys.new'));
  await fill(page, t('security.passkeys.name'), 'Tablet');
  await look('new-passkey');
  await press(page, t('security.passkeys.make'));
  await page.getByText(t('security.passkeys.made')).first().waitFor();
  await page.getByRole('button', { name: t('security.passkeys.renameLabel', { name: 'Tablet' }), exact: true }).click();
  await fill(page, t('security.passkeys.name'), 'Phone');
  await press(page, t('frame.save'));
  await page.getByText('Phone', { exact: true }).waitFor();
  await look('passkey');
}

/** Takes it away again; the copy in the authenticator signs nobody in from then on. */
async function removePasskey(page: Page, t: Words, password: string): Promise<void> {
  await page.getByRole('button', { name: t('security.passkeys.removeLabel', { name: 'Phone' }), exact: true }).click();
  await fill(page, t('security.password.label'), password);
  await page.getByRole('dialog').getByRole('button', { name: t('security.passkeys.remove'), exact: true }).click();
  await page.getByText(t('security.passkeys.removed')).first().waitFor();
}

/** Invites somebody new, who joins by the link in their mail. */
async function joinedBy(page: Page): Promise<Person> {
  const { email, password } = newAccount('');
  const answer = await page.request.post('/graphql', { data: { query: 'mutation ($email: String!) { invitePerson(input: { email: $email, roleId: "viewer", language: ZH }) { id } }', variables: { email } } });
  expect(((await answer.json()) as { errors?: unknown }).errors).toBeUndefined();
  const token = new URL(await mailedLink(email, '/invitation')).searchParams.get('token') ?? '';
  return Person.accept({ token, name: '新同事', password });
}

const SWITCH = 'mutation ($id: ID!) { switchCompany(id: $id) { id } }';

/** Makes somebody a company beside the one that they are in, and leads them back there. @returns the id of that one */
async function withCompanyOfTheirOwn(person: Person, name: string): Promise<string> {
  const { viewer } = await person.ask<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
  await person.ask('mutation ($name: String!) { createCompany(input: { name: $name }) { id } }', { name });
  await person.ask(SWITCH, viewer.tenant);
  return viewer.tenant.id;
}

describe.each(byTurns([['zh-CN', DESKTOP, 'desktop'], ['en', PHONE, 'phone']], 'en'))('signing in safely, in %s', (language: Language, viewport, device) => {
  const t = wordsOf(language);
  const lookAt = (page: Page) => async (name: string): Promise<void> => {
    await expectAccessible(page);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await picture(page, `security-${language}-${device}-${name}`);
  };

  it('by a code that only one’s own telephone shows, which a company may ask of everybody', async () => {
    const account = newAccount(language === 'en' ? 'Safe Ltd' : '安心注塑');
    await inWindow(browser, { language, viewport, name: `security-${language}` }, async (page) => {
      const look = lookAt(page);
      await page.goto('/sign-up');
      await signUp(page, t, account);
      await verifyAddress(account.email);
      await Person.signIn(account.email, account.password);
      await page.goto('/settings/security');
      await look('sessions');
      await page.getByRole('button', { name: t('security.sessions.endLabel', { device: t('security.sessions.on', { device: t('security.sessions.unknownBrowser'), system: t('security.sessions.unknownSystem') }) }) }).click();
      await page.getByText(t('security.sessions.ended')).first().waitFor();
      const own = { ...account, password: 'quite another secret' };
      await changePassword(page, t, [account.password, own.password], look);
      await tryKey(page, t, look);
      await press(page, t('security.second.setUp'));
      const secret = await setUp(page, t, look);
      await page.getByText(t('security.answer.on'), { exact: true }).waitFor();
      await page.getByRole('switch', { name: t('security.policy.demand') }).check();
      await page.getByText(t('frame.saved'), { exact: true }).first().waitFor();
      await look('on');
      await withAuthenticator(page);
      await addPasskey(page, t, look);

      const colleague = await joinedBy(page);
      const demanding = await withCompanyOfTheirOwn(colleague, 'Elsewhere');
      await inWindow(browser, { language, viewport, name: `security-colleague-${language}` }, async (theirs, context) => {
        await colleague.enterWindow(context);
        await theirs.goto('/machines');
        await theirs.waitForURL('**/second-factor?next=%2Fmachines');
        await lookAt(theirs)('demanded');
        await press(theirs, 'Elsewhere');
        await theirs.waitForURL('**/home');
        await colleague.ask(SWITCH, { id: demanding });
        await theirs.goto('/machines');
        await theirs.waitForURL('**/second-factor?next=%2Fmachines');
        await setUp(theirs, t);
        await theirs.waitForURL('**/machines');
      });

      await page.request.post('/api/auth/sign-out');
      await page.goto('/sign-in');
      await press(page, t('auth.passkey.signIn'));
      await page.waitForURL('**/home');
      await page.goto('/settings/security');
      await removePasskey(page, t, own.password);
      await page.request.post('/api/auth/sign-out');
      await page.goto('/sign-in');
      await press(page, t('auth.passkey.signIn'));
      await page.getByText(t('errors.AUTH.PASSKEY_REFUSED.what')).waitFor();
      await look('passkey-refused');

      await signIn(page, t, own);
      await fill(page, t('auth.code'), codeOf(secret, 1_000));
      await press(page, t('auth.secondStep.submit'));
      await page.getByText(t('errors.AUTH.WRONG_CODE.what')).waitFor();
      await look('wrong-code');
      await fill(page, t('auth.code'), codeOf(secret, 1));
      await press(page, t('auth.secondStep.submit'));
      await page.waitForURL('**/home');

      await page.goto('/settings/security');
      await press(page, t('security.second.turnOff'));
      await fill(page, t('security.password.label'), own.password);
      await look('turn-off');
      await page.getByRole('dialog').getByRole('button', { name: t('security.second.turnOff'), exact: true }).click();
      await page.getByText(t('security.second.offDone')).first().waitFor();
    });
  });
});
