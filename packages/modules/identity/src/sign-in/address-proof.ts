import { Inject, Injectable } from '@nestjs/common';
import { countVerificationMail, VERIFICATION_LASTS_MS, verificationMailRefusal, verificationMailTooSoon } from '@tenon/domain/identity';
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { PersonTrail, type PersonAct } from '../application/person-trail.js';
import { PublicUrl } from '../application/public-url.js';
import { verificationMail } from '../application/verification-mail.js';
import { WriteMail } from '../application/write-mail.js';
import { findVerificationMails, markEmailVerified, putVerificationLink } from '../persistence/email-verification.repository.js';
import { AUTH_POOL } from './tokens.js';

/** What is kept of a link's secret of 256 random bits. */
export const verificationDigest = (token: string): Buffer => createHash('sha256').update(`tenon/verify-email/${token}`).digest();

/** Whether a person's address is theirs: asking for it by a link in a mail, and noting that it is. */
@Injectable()
export class AddressProof {
  constructor(
    @Inject(AUTH_POOL) private readonly pool: pg.Pool,
    private readonly publicUrl: PublicUrl,
    private readonly mail: WriteMail,
    private readonly trail: PersonTrail,
  ) {}

  /**
   * Writes a mail with a new link; the link before ends. A crash between link and mail loses the mail, and counts it.
   * @throws AppError (limited) AUTH.VERIFICATION_MAIL_TOO_SOON, where another asks at once too; AUTH.VERIFICATION_MAILS_SPENT
   */
  async ask({ userId, email }: { userId: string; email: string }): Promise<void> {
    const now = new Date();
    const before = await findVerificationMails(this.pool, userId);
    const refusal = before && verificationMailRefusal(before, now.getTime());
    if (refusal) throw refusal;
    const token = randomBytes(32).toString('base64url');
    const link = { userId, digest: verificationDigest(token), expiresAt: new Date(now.getTime() + VERIFICATION_LASTS_MS), counted: countVerificationMail(before, now) };
    if (!(await putVerificationLink(this.pool, link, before))) throw verificationMailTooSoon();
    await this.mail.execute(verificationMail(email, `${this.publicUrl.href}/verify-email?token=${token}`));
  }

  /** Notes that the address is the person's, and says so in the trail of each of their companies. Repeating it changes nothing. */
  async confirm(person: PersonAct): Promise<void> {
    if (await markEmailVerified(this.pool, person.userId)) await this.trail.note(person, 'member.email-verified');
  }
}
