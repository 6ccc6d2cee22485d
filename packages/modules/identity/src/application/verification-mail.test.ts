import { describe, expect, it } from '@jest/globals';
import { verificationMail } from './verification-mail.js';

describe('the mail by which an address is verified', () => {
  it('holds one link, says for how long in both languages, and warns whoever did not sign up', () => {
    const { to, subject, text } = verificationMail('a@example.com', 'https://tenon.example/verify-email?token=abc');
    expect([to, subject]).toEqual(['a@example.com', '确认邮箱 · Confirm your address']);
    expect(text.match(/https?:\S+/g)).toEqual(['https://tenon.example/verify-email?token=abc']);
    for (const part of ['三天内', '不是您本人', 'within three days', 'was not you']) expect(text).toContain(part);
  });
});
