import { Injectable } from '@nestjs/common';
import { takeNoticeToMail } from '@tenon/billing';
import { quotaReached } from '@tenon/contracts/events';
import { sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { PublicUrl } from '../application/public-url.js';
import { quotaMail } from '../application/quota-mail.js';
import { insertMail } from '../persistence/mail-message.repository.js';

/**
 * Writes to a company's owners that a quota is nearly or wholly used. Running it twice is safe: the mails and the note that they
 * are written commit together, and what is noted is not written again.
 */
@Injectable()
@HandlesJob(quotaReached)
export class MailQuotaNoticeHandler implements JobHandler<typeof quotaReached> {
  constructor(
    private readonly db: SystemDb,
    private readonly publicUrl: PublicUrl,
  ) {}

  async handle({ payload, actor }: JobContext<typeof quotaReached>): Promise<void> {
    await this.db.run('mail: write that a quota is reached', async (tx) => {
      const notice = await takeNoticeToMail(tx, actor.tenantId, payload);
      if (!notice) return;
      for (const to of notice.ownerEmails) {
        const mail = quotaMail(to, { ...notice, link: `${this.publicUrl.href}/settings/plan` });
        await tx.enqueue(sendMail, { mailId: await insertMail(tx, { ...mail, onBehalfOf: actor.tenantId }) });
      }
    });
  }
}
