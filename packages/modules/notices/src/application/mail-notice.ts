import { Injectable } from '@nestjs/common';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { insertMail } from '@tenon/identity';
import { findAddressee } from '../persistence/company.repository.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import { NoticeRepository } from '../persistence/notice.repository.js';
import { noticeMail, NoticeLinks } from './notice-words.js';

/** Writes the mail of one delivery. Mail, its promise and the note that it was written commit together, so it is written once. */
@Injectable()
export class MailNotice {
  constructor(
    private readonly db: SystemDb,
    private readonly deliveries: DeliveryRepository,
    private readonly notices: NoticeRepository,
    private readonly links: NoticeLinks,
  ) {}

  async execute(tenantId: string, deliveryId: string): Promise<void> {
    await this.db.run('notices: write a mail', async (tx) => {
      const delivery = await this.deliveries.findWaitingForUpdate(tx, tenantId, deliveryId);
      const notice = delivery && (await this.notices.find(tx, tenantId, delivery.noticeId));
      const person = delivery?.userId && (await findAddressee(tx, tenantId, delivery.userId));
      if (!notice || !person) return;
      const mail = noticeMail(notice, person, this.links);
      if (mail) await tx.enqueue(sendMail, { mailId: await insertMail(tx, mail) });
      await this.deliveries.markDelivered(tx, tenantId, deliveryId);
    });
  }
}
