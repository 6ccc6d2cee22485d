import { Injectable } from '@nestjs/common';
import { SystemDb } from '@tenon/db';
import type { StaffActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';

/** A mail that no server took, so that somebody can pass it on by hand. */
export interface OutboxMailRow {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly writtenAt: Date;
}

/** Reads mail whose text is still kept: while no mail server is configured, that is all of it. */
@Injectable()
export class ReadOutboxMails {
  constructor(private readonly db: SystemDb) {}

  execute(staff: StaffActor, args: { first?: number | null | undefined; after?: string | null | undefined }): Promise<Page<OutboxMailRow>> {
    const request = pageRequest(args, 2);
    const [at, id] = request.after ?? [];
    const beyond = at === undefined || id === undefined ? {} : { OR: [{ writtenAt: { lt: new Date(at) } }, { writtenAt: new Date(at), id: { lt: id } }] };
    return this.db.runAs(staff, 'office: read outgoing mail', async (tx) => {
      const where = { body: { not: '' }, ...beyond };
      const rows = await tx.prisma.mailMessage.findMany({ where, orderBy: [{ writtenAt: 'desc' }, { id: 'desc' }], take: request.limit + 1 });
      return toPage(rows, request.limit, (row) => [row.writtenAt.toISOString(), row.id]);
    });
  }
}
