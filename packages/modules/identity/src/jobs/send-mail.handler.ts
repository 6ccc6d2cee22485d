import { Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { Mailer } from '@tenon/mail';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { findMail, markMailSent } from '../persistence/mail-message.repository.js';

/**
 * Sends one mail. Running it twice is safe: a mail that was sent is not sent again; only a crash between the server's
 * yes and our note of it can send one twice. Once a server has taken it, its body is blanked here, as it may hold a link.
 */
@Injectable()
@HandlesJob(sendMail)
export class SendMailHandler implements JobHandler<typeof sendMail> {
  constructor(
    private readonly db: SystemDb,
    private readonly mailer: Mailer,
  ) {}

  async handle({ payload }: JobContext<typeof sendMail>): Promise<void> {
    const mail = await this.db.run('mail: read', (tx) => findMail(tx, payload.mailId));
    if (!mail || mail.sentAt) return;
    await this.mailer.send({ id: mail.id, to: mail.recipient, subject: mail.subject, text: mail.body });
    const body = this.mailer.isDelivering ? '' : mail.body;
    await this.db.run('mail: note as sent', (tx) => markMailSent(tx, mail.id, body));
  }
}
