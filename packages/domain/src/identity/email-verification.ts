import { DAY_MS, limited, MINUTE_MS, type AppError } from '@tenon/kernel';

/** How long a link by which an address is verified can be opened. */
export const VERIFICATION_LASTS_MS = 3 * DAY_MS;
/** How many such mails one person may cause in a day, the one of their sign-up among them. */
const VERIFICATION_MAILS_A_DAY = 5;
/** How long to wait between two. */
const BETWEEN_VERIFICATION_MAILS_MS = MINUTE_MS;

/** Mails that were written to somebody so that they verify their address. */
export interface VerificationMails {
  /** How many since the day began. */
  readonly mails: number;
  /** When the first of them was written. */
  readonly dayBeganAt: Date;
  /** When the last was. */
  readonly askedAt: Date;
}

/**
 * Why no further mail is written to somebody now, or null where one may be.
 * @returns AppError (limited) AUTH.VERIFICATION_MAILS_SPENT or AUTH.VERIFICATION_MAIL_TOO_SOON, with the seconds to wait
 */
export function verificationMailRefusal({ mails, dayBeganAt, askedAt }: VerificationMails, nowMs: number): AppError | null {
  const dayLeftMs = dayBeganAt.getTime() + DAY_MS - nowMs;
  if (mails >= VERIFICATION_MAILS_A_DAY && dayLeftMs > 0) {
    const details = { limit: VERIFICATION_MAILS_A_DAY, waitS: Math.ceil(dayLeftMs / 1_000) };
    return limited('AUTH.VERIFICATION_MAILS_SPENT', `At most ${VERIFICATION_MAILS_A_DAY} such mails are sent in a day.`, details);
  }
  const waitMs = askedAt.getTime() + BETWEEN_VERIFICATION_MAILS_MS - nowMs;
  return waitMs > 0 ? verificationMailTooSoon(waitMs) : null;
}

/** What somebody is told whose other mail was written a moment ago. @returns AppError (limited) AUTH.VERIFICATION_MAIL_TOO_SOON with the seconds to wait */
export function verificationMailTooSoon(waitMs = BETWEEN_VERIFICATION_MAILS_MS): AppError {
  return limited('AUTH.VERIFICATION_MAIL_TOO_SOON', 'A mail was sent a moment ago.', { waitS: Math.ceil(waitMs / 1_000) });
}

/** What is counted once another mail is written now: a day after the first of them counting begins anew. */
export function countVerificationMail(before: VerificationMails | null, now: Date): VerificationMails {
  const isSameDay = before !== null && before.dayBeganAt.getTime() + DAY_MS > now.getTime();
  return isSameDay ? { mails: before.mails + 1, dayBeganAt: before.dayBeganAt, askedAt: now } : { mails: 1, dayBeganAt: now, askedAt: now };
}
