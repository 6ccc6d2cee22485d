import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { pageRequest, toPage, type Page } from '@tenon/nest';
import { NoticeRepository, type InboxRow } from '../persistence/notice.repository.js';

interface InboxArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly isUnread?: boolean | null | undefined;
}

/** A person's own inbox in the company they are in. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly db: TenantDb,
    private readonly notices: NoticeRepository,
  ) {}

  /** Newest first. @throws AppError (invalid) PAGE.SIZE, PAGE.CURSOR */
  async execute(actor: UserActor, args: InboxArgs): Promise<Page<InboxRow>> {
    const request = pageRequest(args, ['instant', 'uuid']);
    const rows = await this.db.read(actor, (tx) => this.notices.list(tx, actor.userId, request, args.isUnread ?? false));
    return toPage(rows, request.limit, ({ raisedAt, id }) => [raisedAt.toISOString(), id]);
  }

  countUnread(actor: UserActor): Promise<number> {
    return this.db.read(actor, (tx) => this.notices.countUnread(tx, actor.userId));
  }
}
