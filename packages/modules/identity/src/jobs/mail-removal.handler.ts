import { Injectable } from '@nestjs/common';
import { mailRemoval, sendMail } from '@tenon/contracts/jobs';
import { SystemDb } from '@tenon/db';
import { HandlesJob, type JobContext, type JobHandler } from '@tenon/queue';
import { removalMail } from '../application/removal-mail.js';
import { insertPromisedMail } from '../persistence/mail-message.repository.js';
import { findCompanyName } from '../persistence/membership.repository.js';

/**
 * Writes to somebody that they were removed from a company. Running it twice is safe: the mail has the id that it was promised under,
 * and one that is written is not written again.
 */
@Injectable()
@HandlesJob(mailRemoval)
export class MailRemovalHandler implements JobHandler<typeof mailRemoval> {
  constructor(private readonly db: SystemDb) {}

  async handle({ payload: { mailId, email }, actor: { tenantId } }: JobContext<typeof mailRemoval>): Promise<void> {
    await this.db.run('mail: write of a removal', async (tx) => {
      const companyName = await findCompanyName(tx, tenantId);
      if (companyName === undefined) return;
      const isNew = await insertPromisedMail(tx, mailId, { ...removalMail(email, companyName), onBehalfOf: tenantId });
      if (isNew) await tx.enqueue(sendMail, { mailId });
    });
  }
}
