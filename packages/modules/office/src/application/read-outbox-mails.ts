import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { listKeptMails, type OutboxMailRow } from '../persistence/outbox-mail.repository.js';

/** Reads mail whose text is still kept: while no mail server is configured, that is all of it. */
@Injectable()
export class ReadOutboxMails {
  constructor(private readonly db: SystemDb) {}

  execute(staff: StaffActor, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<OutboxMailRow>> {
    const request = pageRequest(args, 2);
    return this.db.runAs(staff, 'office: read outgoing mail', async (tx) => {
      const rows = await listKeptMails(tx, request);
      return toPage(rows, request.limit, (row) => [row.writtenAt.toISOString(), row.id]);
    });
  }
}
