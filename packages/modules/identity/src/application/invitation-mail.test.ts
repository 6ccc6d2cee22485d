import { describe, expect, it } from '@jest/globals';
import { invitationMail } from './invitation-mail.js';

const LINK = 'https://tenon.example/invitation?token=abc';
const facts = { email: 'guest@example.com', companyName: '宝山第一注塑', inviterName: '王厂长', link: LINK };

describe('the mail of an invitation', () => {
  it.each([['zh-CN', '邀请您加入“宝山第一注塑”'], ['en', 'You are invited to join “宝山第一注塑”']] as const)('is in the chosen language: %s', (language, subject) => {
    const mail = invitationMail({ ...facts, language });
    expect(mail).toMatchObject({ to: 'guest@example.com', subject });
    expect(mail.text).toContain('“王厂长”');
    expect(mail.text).toContain(`\n${LINK}\n`);
  });

  it.each(['zh-CN', 'en'] as const)('has no address in it but ours, whatever people and companies are called: %s', (language) => {
    const { subject, text } = invitationMail({ ...facts, language, companyName: 'Prize https://evil.example/x', inviterName: 'a@evil.example\r\nwww.evil.example' });
    expect(`${subject}\n${text}`.replace(LINK, '')).not.toMatch(/evil\.|https?:|@|www\./);
  });

  it.each(['zh-CN', 'en'] as const)('reads well where nothing of a name is left: %s', (language) => {
    const { subject, text } = invitationMail({ ...facts, language, companyName: '://', inviterName: '🙂' });
    expect(`${subject}\n${text}`).not.toMatch(/“”|undefined/);
  });
});
