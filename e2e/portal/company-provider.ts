import type { Page } from 'playwright-core';
import type { NameServer } from '../../packages/testing/src/name-server.js';
import type { OpenidProvider } from '../../packages/testing/src/openid-provider.js';
import type { Words } from '../platform/words.js';
import { press } from './entering.js';

const fill = (page: Page, label: string, text: string): Promise<void> => page.getByLabel(label, { exact: true }).fill(text);
const copied = (page: Page, label: string): Promise<string> => page.getByRole('figure', { name: label, exact: true }).locator('code').innerText();

interface Setting {
  readonly provider: OpenidProvider;
  readonly domain: string;
  look(name: string): Promise<void>;
}

/** An owner says where their company’s people sign in, where the page of security is open. */
export async function setProviderUp(page: Page, t: Words, { provider, domain, look }: Setting): Promise<void> {
  await page.getByText(t('security.sso.none'), { exact: true }).waitFor();
  await look('none');
  await press(page, t('security.sso.setUp'));
  await fill(page, t('security.sso.issuer'), `${provider.issuer}/nobody`);
  await fill(page, t('security.sso.clientId'), provider.client.id);
  await fill(page, t('security.sso.clientSecret'), provider.client.secret);
  await fill(page, t('security.sso.domain'), domain);
  await fill(page, t('security.sso.moreScopes'), 'groups');
  await press(page, t('frame.save'));
  await page.getByText(t('errors.SSO.PROVIDER.next')).waitFor();
  await look('set-up');
  await fill(page, t('security.sso.issuer'), provider.issuer);
  await press(page, t('frame.save'));
  await page.getByText(t('security.sso.unproven'), { exact: true }).waitFor();
  await look('unproven');
}

/** Puts the record into the domain name system that the page shows, and has the platform look. */
export async function proveDomain(page: Page, t: Words, names: NameServer): Promise<void> {
  names.records.set(await copied(page, t('security.sso.recordName')), await copied(page, t('security.sso.recordValue')));
  await press(page, t('security.sso.look'));
  await page.getByText(t('security.sso.proven'), { exact: true }).waitFor();
}

/** Lets in whomever the provider signs in; those of one group as engineers. */
export async function letPeopleIn(page: Page, t: Words, { group, look }: { group: string; look(name: string): Promise<void> }): Promise<void> {
  await press(page, t('security.sso.admission.change'));
  await page.getByRole('checkbox', { name: t('security.sso.admission.let') }).check();
  await fill(page, t('security.sso.admission.claim'), 'groups');
  await press(page, t('security.sso.admission.add'));
  await fill(page, t('security.sso.admission.value', { number: '1' }), group);
  await page.getByLabel(t('security.sso.admission.roleOf', { number: '1' }), { exact: true }).selectOption('engineer');
  await look('admission');
  await press(page, t('frame.save'));
  await page.getByText(t('security.sso.admission.rule', { claim: 'groups', value: group, role: t('people.roles.engineer.name') })).waitFor();
}

/** Goes to the provider of the company from the page of signing in, and comes back. */
export async function signInAtCompany(page: Page, t: Words, email: string, look?: (name: string) => Promise<void>): Promise<void> {
  await page.goto('/sign-in');
  await press(page, t('auth.sso.open'));
  await fill(page, t('auth.sso.email'), email);
  await look?.('sign-in');
  await press(page, t('auth.sso.submit'));
}
