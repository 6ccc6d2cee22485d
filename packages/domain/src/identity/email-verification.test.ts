import { describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { countVerificationMail, verificationMailRefusal, type VerificationMails } from './email-verification.js';

const AT = Date.UTC(2026, 10, 26);
const mailsAt = (...times: readonly number[]): VerificationMails =>
  times.reduce<VerificationMails | null>((before, time) => countVerificationMail(before, new Date(time)), null)!;

describe('mails by which an address is verified', () => {
  it('are a minute apart', () => {
    const one = mailsAt(AT);
    expect(verificationMailRefusal(one, AT + MINUTE_MS - 1)).toMatchObject({ kind: 'limited', code: 'AUTH.VERIFICATION_MAIL_TOO_SOON', details: { waitS: 1 } });
    expect(verificationMailRefusal(one, AT + MINUTE_MS)).toBeNull();
  });

  it('are five in a day that begins with the first, and then five again', () => {
    const four = mailsAt(AT, AT + HOUR_MS, AT + 2 * HOUR_MS, AT + 3 * HOUR_MS);
    expect(verificationMailRefusal(four, AT + 4 * HOUR_MS)).toBeNull();
    const five = countVerificationMail(four, new Date(AT + 4 * HOUR_MS));
    expect(verificationMailRefusal(five, AT + 5 * HOUR_MS)).toMatchObject({ code: 'AUTH.VERIFICATION_MAILS_SPENT', details: { limit: 5, waitS: 19 * 3_600 } });
    expect(verificationMailRefusal(five, AT + DAY_MS - 1)).toMatchObject({ code: 'AUTH.VERIFICATION_MAILS_SPENT', details: { waitS: 1 } });
    expect(verificationMailRefusal(five, AT + DAY_MS)).toBeNull();
    expect(countVerificationMail(five, new Date(AT + DAY_MS))).toEqual({ mails: 1, dayBeganAt: new Date(AT + DAY_MS), askedAt: new Date(AT + DAY_MS) });
  });

  it('are as far apart where a new day begins', () => {
    const late = countVerificationMail(mailsAt(AT), new Date(AT + DAY_MS - 1));
    expect(verificationMailRefusal(late, AT + DAY_MS)).toMatchObject({ code: 'AUTH.VERIFICATION_MAIL_TOO_SOON', details: { waitS: 60 } });
  });
});
