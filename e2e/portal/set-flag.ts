import type { Page } from 'playwright-core';
import { PHONE, picture, type Language } from '../platform/browser.js';
import type { Words } from '../platform/words.js';
import { expectAccessible } from './accessible.js';

/** Root turns the page of the next invoice off for the company whose page is open, from there; the company is without it, and has it back. */
export async function setFlag(staff: Page, member: Page, t: Words, language: Language): Promise<void> {
  const label = (key: string) => staff.getByRole('dialog').getByLabel(t(`office.flags.${key}`), { exact: true });
  const press = (key: string): Promise<void> => staff.getByRole('button', { name: t(`office.flags.${key}`), exact: true }).last().click();
  const choose = async (choice: 'OFF' | 'UNSET', reason: string): Promise<void> => {
    await label('choice').selectOption(choice);
    await label('reason').fill(reason);
    await press('set');
    await staff.getByRole('dialog').waitFor({ state: 'detached' });
  };
  const companyPage = staff.url();
  const link = member.getByRole('link', { name: t('invoices.next.open'), exact: true });
  await press('setOne');
  await expectAccessible(staff);
  await picture(staff, `${language}-flags-1-dialog`);
  await choose('OFF', '读数有误 wrong sums');
  await staff.getByText('读数有误 wrong sums').first().waitFor();
  await picture(staff, `${language}-flags-2-company`);
  for (let isShown = true; isShown; isShown = await link.isVisible()) {
    await member.goto('/settings/invoices');
    await member.getByRole('heading', { level: 1 }).waitFor();
  }
  await member.goto('/settings/invoices/next');
  await member.getByText(t('invoices.next.off'), { exact: true }).waitFor();
  await picture(member, `${language}-flags-3-without`);
  await staff.goto('/admin/flags');
  await staff.getByText('billing.next-invoice', { exact: true }).waitFor();
  await expectAccessible(staff);
  await picture(staff, `${language}-flags-4-list`);
  await staff.goto('/admin/flags/billing.next-invoice');
  await staff.getByText('读数有误 wrong sums').first().waitFor();
  await expectAccessible(staff);
  await picture(staff, `${language}-flags-5-flag`);
  const desktop = staff.viewportSize();
  await staff.setViewportSize(PHONE);
  await picture(staff, `${language}-flags-6-phone`);
  if (desktop) await staff.setViewportSize(desktop);
  await staff.locator('li').getByRole('button').first().click();
  await choose('UNSET', '已改正 mended');
  await staff.getByText('已改正 mended').first().waitFor();
  await staff.goto(companyPage);
}
