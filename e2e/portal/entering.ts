import type { Locator, Page } from 'playwright-core';
import { eventually } from '../clients/person.js';
import type { Words } from '../platform/words.js';

export interface Account {
  readonly companyName: string;
  readonly email: string;
  readonly password: string;
}

let made = 0;

/** An account that nobody has yet. */
export function newAccount(companyName: string): Account {
  made += 1;
  return { companyName, email: `manager-${process.pid}-${Date.now()}-${made}@example.com`, password: 'a long enough secret' };
}

/**
 * Waits until the page's scripts have taken over what the server sent: what is chosen in a field before that is shown, and forgotten.
 * React marks each element that it works.
 */
export async function atWork(part: Locator): Promise<void> {
  // Looked up anew each time: the scripts may put another element in its place.
  await eventually(() => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith('__reactProps$'))), (isWorked) => isWorked);
}

/** Presses a button once it does something, as a person presses it again until it does. */
export async function press(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await atWork(button);
  await button.click();
}

/** Fills the sign-up form where it is open and sends it; what follows is the caller's to await. */
export async function sendSignUp(page: Page, t: Words, { companyName, email, password }: Account): Promise<void> {
  await page.getByLabel(t('auth.companyName'), { exact: true }).fill(companyName);
  await page.getByLabel(t('auth.email'), { exact: true }).fill(email);
  await page.getByLabel(t('auth.password'), { exact: true }).fill(password);
  await press(page, t('auth.signUp.submit'));
}

/** Fills the sign-up form where it is open and goes to the workspace. */
export async function signUp(page: Page, t: Words, account: Account): Promise<void> {
  await sendSignUp(page, t, account);
  await page.waitForURL('**/home');
}

/** Fills the sign-in form; what follows is the caller's to await. */
export async function signIn(page: Page, t: Words, { email, password }: Pick<Account, 'email' | 'password'>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel(t('auth.email'), { exact: true }).fill(email);
  await page.getByLabel(t('auth.password'), { exact: true }).fill(password);
  await press(page, t('auth.signIn.submit'));
}

/** Asks for a reset, opens the link that the mail holds and chooses the new password. */
export async function resetPassword(page: Page, t: Words, email: string, password: string, linkOf: (email: string) => Promise<string>): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: t('auth.signIn.forgot') }).click();
  await page.waitForURL('**/forgot-password');
  await page.getByLabel(t('auth.email'), { exact: true }).fill(email);
  await press(page, t('auth.forgot.submit'));
  await page.getByText(t('auth.forgot.sentTitle')).waitFor();
  await page.goto(await linkOf(email));
  await page.getByLabel(t('auth.reset.newPassword'), { exact: true }).fill(password);
  await press(page, t('auth.reset.submit'));
  await page.getByText(t('auth.reset.doneTitle')).waitFor();
}
