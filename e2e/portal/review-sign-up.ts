import type { Page } from 'playwright-core';
import { eventually } from '../clients/person.js';
import { PHONE, picture, type Language } from '../platform/browser.js';
import type { Words } from '../platform/words.js';
import { expectAccessible } from './accessible.js';

/** Its check character is wrong. */
const ODD_CODE = '91310000631696382X';
const NOTE = '请寄来营业执照 Please send the licence';

interface Answer {
  readonly data: { readonly signUpReviews: { readonly nodes: readonly { readonly companyId: string; readonly signals: readonly { readonly subject: string }[] }[] } };
}

/** Whether the queue has the company by its odd code. Asked for as the page does, but without a page: nothing of it is in the company's trail. */
async function isFound(staff: Page, companyId: string | undefined): Promise<boolean> {
  const answer = await staff.request.post('/graphql', { data: { query: '{ signUpReviews(state: OPEN, first: 100) { nodes { companyId signals { subject } } } }' } });
  const { data } = (await answer.json()) as Answer;
  return data.signUpReviews.nodes.some((each) => each.companyId === companyId && each.signals.some(({ subject }) => subject === ODD_CODE));
}

/** A company gives a credit code that is odd; the office finds it, asks for papers, which the company reads on its page, and clears it. On the company's page in the office, which is open. */
export async function reviewSignUp(staff: Page, member: Page, t: Words, language: Language, company: string): Promise<void> {
  const companyPage = staff.url();
  const decide = (key: string) => staff.getByRole('button', { name: t('office.signUps.decideFor', { decision: t(`office.signUps.decide.${key}`), company }), exact: true });
  const say = async (key: string): Promise<void> => {
    await decide(key).click();
    await staff.getByRole('dialog').getByLabel(t('office.signUps.note'), { exact: true }).fill(NOTE);
    await expectAccessible(staff);
    await picture(staff, `${language}-sign-ups-2-${key}`);
    await staff.getByRole('dialog').getByRole('button', { name: t(`office.signUps.decide.${key}`), exact: true }).click();
    await staff.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await member.goto('/settings/profile');
  await member.getByLabel(t('settings.profile.creditCode'), { exact: true }).fill(ODD_CODE);
  await member.getByRole('button', { name: t('frame.save'), exact: true }).click();
  await member.getByText(t('frame.saved'), { exact: true }).waitFor();
  // The worker looks at it by a job of its own.
  await eventually(() => isFound(staff, new URL(companyPage).pathname.split('/').at(-1)), Boolean);
  await staff.goto('/admin/sign-ups');
  await staff.getByRole('main').getByText(t('office.signUps.since')).first().waitFor();
  await expectAccessible(staff);
  await picture(staff, `${language}-sign-ups-1-queue`);
  await staff.goto(companyPage);
  await say('ASK_PAPERS');
  await member.reload();
  await member.getByText(NOTE).waitFor();
  await expectAccessible(member);
  await picture(member, `${language}-sign-ups-3-asked`);
  await staff.getByText(NOTE).first().waitFor();
  await picture(staff, `${language}-sign-ups-4-company`);
  const desktop = staff.viewportSize();
  await staff.setViewportSize(PHONE);
  await picture(staff, `${language}-sign-ups-5-phone`);
  if (desktop) await staff.setViewportSize(desktop);
  await say('CLEAR');
  await staff.getByText(t('office.signUps.state.CLEARED'), { exact: true }).first().waitFor();
}
