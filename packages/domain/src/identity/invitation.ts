import { DAY_MS, limited, MINUTE_MS } from '@tenon/kernel';

/** Languages in which we write to people. */
export const MAIL_LANGUAGES = ['zh-CN', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** How long a link lets its bearer in. */
export const INVITATION_LASTS_MS = 7 * DAY_MS;
/** How many addresses a company may write to in an hour. */
export const INVITATIONS_AN_HOUR = 30;
/** How many mails one invitation may cause, and how long to wait between two. */
const MOST_MAILS = 5;
const BETWEEN_MAILS_MS = MINUTE_MS;

/** What decides about an invitation. */
export interface InvitationFacts {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** How an invitation stands. Only an open one lets anybody in. */
export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked';

/** How the invitation stands at this instant. */
export function invitationState({ expiresAt, acceptedAt, revokedAt }: InvitationFacts, nowMs: number): InvitationState {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return expiresAt.getTime() > nowMs ? 'open' : 'expired';
}

/**
 * Lets one more mail be written to somebody, or throws.
 * @param sent how many were asked for, and when the last
 * @throws AppError (limited) INVITATION.TOO_MANY_MAILS; INVITATION.TOO_SOON with the seconds to wait
 */
export function demandRoomForMail(sent: { readonly mailsAsked: number; readonly askedAt: Date }, nowMs: number): void {
  if (sent.mailsAsked >= MOST_MAILS) throw limited('INVITATION.TOO_MANY_MAILS', `This invitation was sent ${MOST_MAILS} times.`, { limit: MOST_MAILS });
  const waitMs = sent.askedAt.getTime() + BETWEEN_MAILS_MS - nowMs;
  if (waitMs > 0) throw limited('INVITATION.TOO_SOON', 'It was sent a moment ago.', { waitS: Math.ceil(waitMs / 1_000) });
}
