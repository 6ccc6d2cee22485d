import { Injectable } from '@nestjs/common';
import { NOTICE_CHANNEL, type NoticeMessage } from '@tenon/contracts/wire';
import { TenantDb, type TenantTx } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { NoticeRepository, type InboxRow } from '../persistence/notice.repository.js';

/** Notes that a person has read what is in their inbox. Repeating it changes nothing; when it was read first stays. */
@Injectable()
export class MarkRead {
  constructor(
    private readonly db: TenantDb,
    private readonly notices: NoticeRepository,
  ) {}

  /** One. @throws AppError (not-found) NOTICE.NOT_FOUND */
  one(actor: UserActor, id: string): Promise<InboxRow> {
    return this.db.transaction(actor, async (tx) => {
      const { id: known } = await this.notices.get(tx, actor.userId, id);
      await this.mark(tx, actor, known);
      return this.notices.get(tx, actor.userId, known);
    });
  }

  /** All there are now; gives how many are unread afterwards. */
  all(actor: UserActor): Promise<number> {
    return this.db.transaction(actor, async (tx) => {
      await this.mark(tx, actor, null);
      return this.notices.countUnread(tx, actor.userId);
    });
  }

  private async mark(tx: TenantTx, { userId }: UserActor, id: string | null): Promise<void> {
    await this.notices.markRead(tx, userId, id);
    await tx.notify(NOTICE_CHANNEL, { tenantId: tx.tenantId, userId } satisfies NoticeMessage);
  }
}
