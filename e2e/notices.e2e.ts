import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { chatServer, type ChatServer } from '../packages/testing/src/chat-server.js';
import { noticeText, noticeTitle } from '../packages/domain/src/notices/index.js';
import { eventually, Person } from './clients/person.js';
import { DESKTOP, inWindow, openBrowser, PHONE, picture, type Language } from './platform/browser.js';
import { byTurns } from './platform/turns.js';
import { platform } from './platform/env.js';
import { wordsOf, type Words } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { press } from './portal/entering.js';
import { verifyAddress } from './portal/outbox.js';

let browser: Browser;
let chat: ChatServer;
beforeAll(async () => {
  browser = await openBrowser();
  chat = await chatServer();
});
afterAll(async () => {
  await browser.close();
  await chat.close();
});

const REASON = 'A-17';

/** The office suspends a company and resumes it: two things that everybody there is told. */
async function suspendAndResume(company: string): Promise<void> {
  const { staffEmail, staffPassword } = platform().demo;
  const staff = await Person.signIn(staffEmail, staffPassword);
  await staff.ask('mutation ($input: SuspendCompanyInput!) { suspendCompany(input: $input) { id } }', { input: { id: company, reason: REASON } });
  await staff.ask('mutation ($id: ID!) { resumeCompany(id: $id) { id } }', { id: company });
}

/** Waits until the bell counts so many; it follows along by itself. */
async function bellSays(page: Page, t: Words, count: string): Promise<void> {
  const bell = page.getByRole('banner').getByRole('link', { name: t('frame.notices.open') });
  await bell.getByText(count, { exact: true }).waitFor();
}

async function addRobot(page: Page, t: Words, name: string): Promise<void> {
  await press(page, t('notices.robots.add'));
  await page.getByRole('radio', { name: t('notices.robots.chats.DINGTALK') }).check();
  await page.getByLabel(t('notices.robots.name'), { exact: true }).fill(name);
  await page.getByLabel(t('notices.robots.url'), { exact: true }).fill('https://169.254.169.254/latest');
  await press(page, t('frame.save'));
  await page.getByText(t('errors.OUTGOING.ADDRESS.what')).waitFor();
  await expectAccessible(page);
  await page.getByLabel(t('notices.robots.url'), { exact: true }).fill(`http://${chat.host}/robot/send?access_token=abcdef`);
  await page.getByLabel(t('notices.robots.secret'), { exact: true }).fill('SECx');
  await press(page, t('frame.save'));
  await page.getByRole('button', { name: t('notices.robots.testLabel', { name }) }).waitFor();
}

describe.each(byTurns([
  ['zh-CN', DESKTOP, '宝山铸造', '白班群'],
  ['en', PHONE, 'Baoshan Foundry', 'Shift A'],
], 'zh-CN'))('notices, in %s', (language: Language, viewport, called, robot) => {
  const t = wordsOf(language);
  const name = `${language}-notices`;

  it('reach the bell and the inbox as they happen, are read, are chosen, and are said by a robot', async () => {
    const account = { email: `listener-${process.pid}-${Date.now()}@example.com`, password: 'a long enough secret' };
    const owner = await Person.signUp(`${called} ${process.pid} ${Date.now()}`, account);
    await verifyAddress(account.email);
    const { viewer } = await owner.ask<{ viewer: { tenant: { id: string } } }>('{ viewer { tenant { id } } }');
    await inWindow(browser, { language, viewport, name }, async (page, context) => {
      await owner.enterWindow(context);
      await page.goto('/notices');
      await page.getByText(t('notices.none')).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-1-none`);
      await suspendAndResume(viewer.tenant.id);
      await bellSays(page, t, '2');
      await page.getByText(noticeText('tenant.suspended', { reason: REASON }, language)).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-2-unread`);
      await page.getByRole('button', { name: t('notices.markLabel', { title: noticeTitle('tenant.suspended', language) }) }).click();
      await bellSays(page, t, '1');
      await page.getByText(t('notices.unread'), { exact: true }).click();
      await page.getByText(noticeText('tenant.suspended', { reason: REASON }, language)).waitFor({ state: 'detached' });
      await press(page, t('notices.markAll'));
      await page.getByText(t('notices.noneUnread')).waitFor();
      await picture(page, `${name}-3-read`);

      await page.goto('/settings/notices');
      const mail = page.getByRole('checkbox', { name: t('notices.choices.wayLabel', { kind: noticeTitle('tenant.resumed', language), way: t('notices.choices.ways.MAIL') }) });
      expect(await mail.isChecked()).toBe(true);
      await mail.click();
      type Choices = { noticeChoices: { kind: string; ways: { channel: string; isOn: boolean | null }[] }[] };
      await eventually(
        () => owner.ask<Choices>('{ noticeChoices { kind ways { channel isOn } } }'),
        ({ noticeChoices }) => noticeChoices.find(({ kind }) => kind === 'TENANT_RESUMED')?.ways.find(({ channel }) => channel === 'MAIL')?.isOn === false,
      );
      await page.reload();
      await mail.waitFor();
      expect(await mail.isChecked()).toBe(false);

      await addRobot(page, t, robot);
      chat.answer(200, { errcode: 310000, errmsg: 'sign not match' });
      await page.getByRole('button', { name: t('notices.robots.testLabel', { name: robot }) }).click();
      await page.getByText(t('notices.robots.notTaken')).waitFor();
      await page.getByText('sign not match').waitFor();
      chat.answer(200, { errcode: 0, errmsg: 'ok' });
      await page.getByRole('button', { name: t('notices.robots.testLabel', { name: robot }) }).click();
      await page.getByText(t('notices.robots.taken')).waitFor();
      await expectAccessible(page);
      await picture(page, `${name}-4-robot`);
      const before = chat.said.length;
      await suspendAndResume(viewer.tenant.id);
      await eventually(() => Promise.resolve(chat.said.length), (said) => said >= before + 2);
      expect(JSON.stringify(chat.said.slice(before))).toContain(noticeTitle('tenant.suspended', language));

      await page.getByRole('button', { name: t('notices.robots.removeLabel', { name: robot }) }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: t('notices.robots.remove'), exact: true }).click();
      await page.getByText(t('notices.robots.none')).waitFor();
    });
  });
});
