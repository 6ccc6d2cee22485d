import type { Page } from 'playwright-core';
import { PHONE, picture, type Language } from '../platform/browser.js';
import type { Words } from '../platform/words.js';
import { expectAccessible } from './accessible.js';

/** From a company’s page in the office: sees it as its owners do, reads there that this is seen, and comes back. */
export async function lookAsCompany(page: Page, t: Words, language: Language, company: string): Promise<void> {
  const desktop = page.viewportSize();
  await page.getByRole('button', { name: t('office.look.action'), exact: true }).click();
  await page.getByLabel(t('office.look.reason'), { exact: true }).fill('Ticket 4711: 能耗页面没有数据');
  await expectAccessible(page);
  await picture(page, `${language}-look-1-dialog`);
  await page.getByRole('button', { name: t('office.look.begin'), exact: true }).click();
  await page.waitForURL('**/home');
  const banner = page.getByText(t('frame.look.read', { company }));
  await banner.waitFor();
  await expectAccessible(page);
  await picture(page, `${language}-look-2-home`);
  await page.goto('/settings/audit');
  await page.getByText(t('audit.actions.impersonation.begun')).first().waitFor();
  await page.setViewportSize(PHONE);
  await picture(page, `${language}-look-3-phone`);
  if (desktop) await page.setViewportSize(desktop);
  await banner.waitFor();
  await page.getByRole('button', { name: t('frame.look.end'), exact: true }).click();
  await page.waitForURL('**/admin/companies/*');
  await page.getByText('Ticket 4711').first().waitFor();
  await expectAccessible(page);
  await picture(page, `${language}-look-4-ended`);
}
