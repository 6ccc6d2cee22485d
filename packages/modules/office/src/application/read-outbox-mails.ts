import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { conflict, forbidden, tenantId } from '@tenon/kernel';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { getKeptMail, listKeptMails, type OutboxMailRow, type OutboxMailText } from '../persistence/outbox-mail.repository.js';

/**
 * Reads mail whose text is still kept: while no mail server is configured, that is all of it. Lists are without texts, since
 * a text may be a link to a new password; each reading of one is written in the trail of the company it is to.
 */
@Injectable()
export class ReadOutboxMails {
  constructor(private readonly db: SystemDb) {}

  page(staff: StaffActor, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<OutboxMailRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    return this.db.runAs(staff, 'office: read outgoing mail', async (tx) => {
      const rows = await listKeptMails(tx, request);
      return toPage(rows, request.limit, (row) => [row.writtenAt.toISOString(), row.id]);
    });
  }

  /** The text of one mail. @throws AppError (not-found) MAIL.NOT_FOUND; (conflict) MAIL.WAITING; (forbidden) MAIL.WITHHELD */
  text(staff: StaffActor, id: string): Promise<OutboxMailText> {
    return this.db.runAs(staff, 'office: read a mail', async (tx) => {
      const mail = await getKeptMail(tx, id);
      if (mail.reading === 'withheld' || !mail.tenantId) throw forbidden('MAIL.WITHHELD', 'The office does not show this mail. It is in the data folder.');
      if (mail.reading === 'waiting') throw conflict('MAIL.WAITING', 'This mail is still to be sent.');
      await tx.auditFor(tenantId(mail.tenantId), staff, 'mail.read', { to: mail.recipient, subject: mail.subject });
      return mail;
    });
  }
}
