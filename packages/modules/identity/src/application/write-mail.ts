import { Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';

/** Keeps a mail and promises to send it, in one transaction. */
@Injectable()
export class WriteMail {
  constructor(private readonly db: SystemDb) {}

  async execute(mail: { to: string; subject: string; text: string }): Promise<void> {
    await this.db.run('mail: write', async (tx) => {
      const id = tx.newId();
      await tx.prisma.mailMessage.create({ data: { id, recipient: mail.to, subject: mail.subject, body: mail.text } });
      await tx.enqueue(sendMail, { mailId: id });
    });
  }
}
