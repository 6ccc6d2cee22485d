import { Injectable } from '@nestjs/common';
import { noticeRaised } from '@tenon/contracts/events';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { insertMail } from '../persistence/mail-message.repository.js';
import { listCompanyIds } from '../persistence/membership.repository.js';
import { newDeviceMail, type NewDevice } from './new-device-mail.js';

/** Tells somebody of a new device that signed in to their account: by mail, and in the inbox of each of their companies. Each repetition tells of another. */
@Injectable()
export class TellNewDevice {
  constructor(private readonly db: SystemDb) {}

  async execute(userId: string, news: NewDevice): Promise<void> {
    await this.db.run('sign-in: tell of a new device', async (tx) => {
      await tx.enqueue(sendMail, { mailId: await insertMail(tx, newDeviceMail(news)) });
      const facts = { ...news.device, address: news.address };
      for (const tenantId of await listCompanyIds(tx, userId)) await tx.enqueueFor(tenantId, noticeRaised, { noticeId: tx.newId(), kind: 'session.new-device', personId: userId, facts });
    });
  }
}
