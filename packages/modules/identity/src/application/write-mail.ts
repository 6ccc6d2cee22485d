import { Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { insertMail } from '../persistence/mail-message.repository.js';

/** Keeps a mail and promises to send it, in one transaction. Each repetition writes and sends another. */
@Injectable()
export class WriteMail {
  constructor(private readonly db: SystemDb) {}

  async execute(mail: { to: string; subject: string; text: string }): Promise<void> {
    await this.db.run('mail: write', async (tx) => {
      await tx.enqueue(sendMail, { mailId: await insertMail(tx, mail) });
    });
  }
}
