import type { SystemTx } from '@tenon/db';
import type pg from 'pg';

/** For how long a mail is kept once it is written, and an invitation that nobody accepted once it is over: both named in the privacy notice. */
export const KEPT_DAYS = 90;

/** What of sign-in is of no use any more. A browser's cookie lives for 400 days. */
const OUTLIVED_IN_SIGN_IN = [
  'DELETE FROM auth.session WHERE "expiresAt" < now()',
  'DELETE FROM auth.verification WHERE "expiresAt" < now()',
  'DELETE FROM auth.second_step WHERE expires_at < now()',
  'DELETE FROM auth.sso_attempt WHERE expires_at < now()',
  `DELETE FROM auth.known_device WHERE last_used_at < now() - interval '400 days'`,
  'DELETE FROM auth.attempt WHERE expire < extract(epoch FROM now()) * 1000',
];

/** Deletes mails and unanswered invitations whose time is over; how many of each. */
export async function deleteOutlived(tx: SystemTx): Promise<{ mails: number; invitations: number }> {
  const mails = await tx.execute('DELETE FROM mail_message WHERE written_at < $1::timestamptz - make_interval(days => $2)', [tx.now, KEPT_DAYS]);
  const invitations = await tx.execute('DELETE FROM invitation WHERE accepted_at IS NULL AND LEAST(revoked_at, expires_at) < $1::timestamptz - make_interval(days => $2)', [tx.now, KEPT_DAYS]);
  return { mails, invitations };
}

/** Deletes what of sign-in is over; how many rows. @param pool connections of the role tenon_auth */
export async function deleteOutlivedSignIn(pool: pg.Pool): Promise<number> {
  let count = 0;
  for (const text of OUTLIVED_IN_SIGN_IN) count += (await pool.query(text)).rowCount ?? 0;
  return count;
}
