import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mailInvitation, sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { invitationState } from '@tenon/domain/identity';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { invitationMail } from '../application/invitation-mail.js';
import { PublicUrl } from '../application/public-url.js';
import { lockInvitation, putToken } from '../persistence/invitation-link.repository.js';
import { insertMail } from '../persistence/mail-message.repository.js';

const TOKEN_BYTES = 32;

/**
 * Writes the mail of an invitation. The link's secret is made here, so that it stands in the mail and nowhere else: of it
 * only a digest is kept. Running it twice is safe: secret, mail and the note that this mail is written commit together,
 * and a mail that is noted is not written again. What was answered or taken back meanwhile is not written at all.
 */
@Injectable()
@HandlesJob(mailInvitation)
export class MailInvitationHandler implements JobHandler<typeof mailInvitation> {
  constructor(
    private readonly db: SystemDb,
    private readonly publicUrl: PublicUrl,
  ) {}

  async handle({ payload, actor }: JobContext<typeof mailInvitation>): Promise<void> {
    await this.db.run('mail: write an invitation', async (tx) => {
      const invitation = await lockInvitation(tx, actor.tenantId, payload.invitationId);
      if (!invitation || invitation.mailsWritten >= payload.mailNumber || invitationState(invitation, tx.now.getTime()) !== 'open') return;
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      await putToken(tx, invitation, token, payload.mailNumber);
      const mail = invitationMail({ ...invitation, link: `${this.publicUrl.href}/invitation?token=${token}` });
      await tx.enqueue(sendMail, { mailId: await insertMail(tx, { ...mail, onBehalfOf: invitation.tenantId }) });
    });
  }
}
