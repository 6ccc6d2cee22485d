import { describe, expect, it } from '@jest/globals';
import { isSignInChange, signInChangeMail } from './sign-in-change-mail.js';

describe('the mail about a change to how one signs in', () => {
  it('tells what, when and from where, in both languages', () => {
    const mail = signInChangeMail({ email: 'a@example.com', change: 'member.passkey-added', at: new Date('2026-11-25T18:05:59Z'), address: '203.0.113.7', link: 'https://tenon.example/settings/security' });
    for (const line of ['添加了一个通行密钥', '时间：2026-11-26 02:05（北京时间）', '网络地址：203.0.113.7', 'A passkey was added', 'Time: 2026-11-25 18:05 UTC', 'Address: 203.0.113.7', 'https://tenon.example/settings/security']) expect(mail.text).toContain(line);
    expect(mail).toMatchObject({ to: 'a@example.com', subject: '登录方式有变化 · How you sign in has changed' });
  });

  it('is of how one signs in alone', () => {
    expect([isSignInChange('member.second-factor-turned-off'), isSignInChange('member.session-ended'), isSignInChange('toString' as never)]).toEqual([true, false, false]);
  });
});
