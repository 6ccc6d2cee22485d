import { expect, it } from '@jest/globals';
import { quotaMail } from './quota-mail.js';

const notice = { meter: 'pointsADay', month: '2026-11-01', share: 80, used: 48_000_001, quota: 60_000_000, companyName: '宝山\nhttp://evil.example', ownerEmails: [], link: 'https://tenon.example/settings/plan' } as const;

it('says in both languages what is used, what follows and where to change it', () => {
  const { to, subject, text } = quotaMail('owner@example.com', notice);
  expect([to, subject]).toEqual(['owner@example.com', '额度已用 80%：当日数据点 · 80 % of a quota used: points of today']);
  for (const part of ['48,000,001／60,000,000', '48,000,001 of 60,000,000', '次日零点恢复', 'tomorrow they are taken again', notice.link]) expect(text).toContain(part);
  expect(text).not.toContain('http://evil');
});

it('says that it is used up', () => {
  const { subject, text } = quotaMail('owner@example.com', { ...notice, meter: 'devices', share: 100, used: 10, quota: 10 });
  expect(subject).toBe('额度已用完：机器数 · Quota used up: machines');
  expect(text).toContain('接下来：不能再添加机器。');
});
