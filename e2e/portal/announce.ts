import type { Page } from 'playwright-core';
import { PHONE, picture, type Language } from '../platform/browser.js';
import type { Words } from '../platform/words.js';
import { expectAccessible } from './accessible.js';

const HOUR_MS = 3_600_000;
/** In the form of a field of date and time. */
const field = (ms: number): string => new Date(ms).toISOString().slice(0, 16);

/** The office announces something to the one company of this name; it sees it, puts it away, and it is withdrawn. */
export async function announce(staff: Page, member: Page, t: Words, language: Language, name: string): Promise<void> {
  const texts = { 'zh-CN': '周六 22 点起升级，约一小时', en: 'An upgrade on Saturday from 22:00, for an hour' };
  const label = (key: string) => staff.getByLabel(t(`office.announcements.${key}`), { exact: true });
  const press = (key: string): Promise<void> => staff.getByRole('button', { name: t(`office.announcements.${key}`), exact: true }).last().click();
  const decide = async (decision: 'publish' | 'withdraw'): Promise<void> => {
    await press(decision);
    await staff.getByText(t(`office.announcements.${decision}Title`), { exact: true }).waitFor();
    await press(decision);
  };
  await staff.goto('/admin/announcements');
  await press('write');
  await label('severity').selectOption('MAINTENANCE');
  await label('textZh').fill(texts['zh-CN']);
  await label('textEn').fill(texts.en);
  await label('from').fill(field(Date.now() - 24 * HOUR_MS));
  await label('to').fill(field(Date.now() + 24 * HOUR_MS));
  await label('audience').selectOption('COMPANIES');
  // Sent without one it would be for all.
  await press('save');
  await staff.getByText(t('office.picker.missing'), { exact: true }).waitFor();
  await staff.getByLabel(t('office.picker.search'), { exact: true }).fill(name);
  // The company itself, not another one whose name begins as its does.
  const found = staff.getByRole('button', { name: new RegExp(`^${name}\\s*[\\w.+-]+@\\S+$`) });
  await found.waitFor();
  await expectAccessible(staff);
  await picture(staff, `${language}-announce-0-companies`);
  await found.click();
  await label('link').fill('/settings/standing');
  await expectAccessible(staff);
  await picture(staff, `${language}-announce-1-write`);
  await press('save');
  await staff.getByText(texts[language]).first().waitFor();
  await decide('publish');
  await staff.getByText(t('office.announcements.state.SHOWN'), { exact: true }).first().waitFor();
  await expectAccessible(staff);
  await picture(staff, `${language}-announce-2-published`);
  const strip = member.getByText(texts[language]);
  await member.goto('/home');
  await strip.waitFor();
  await expectAccessible(member);
  await picture(member, `${language}-announce-3-company`);
  const desktop = member.viewportSize();
  await member.setViewportSize(PHONE);
  await picture(member, `${language}-announce-4-phone`);
  if (desktop) await member.setViewportSize(desktop);
  const noted = member.waitForResponse((answer) => answer.request().postData()?.includes('putAnnouncementAway') ?? false);
  await member.getByRole('button', { name: t('frame.announcement.away'), exact: true }).click();
  await noted;
  await member.goto('/machines');
  await member.getByRole('heading').first().waitFor();
  if (await strip.isVisible()) throw new Error('An announcement that was put away is back.');
  await decide('withdraw');
  await staff.getByText(t('office.announcements.state.WITHDRAWN'), { exact: true }).first().waitFor();
}
