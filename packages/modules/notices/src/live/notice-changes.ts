import { Injectable } from '@nestjs/common';
import { noticeMessage } from '@tenon/contracts/wire';
import type { UserActor } from '@tenon/domain/identity';
import { endsAtOnce, Fanout } from '@tenon/runtime';
import { ReadInbox } from '../application/read-inbox.js';

/** An inbox is one person's in one company. */
const keyOf = (tenantId: string, userId: string): string => `${tenantId} ${userId}`;

/** Tells screens how many notices are unread. */
@Injectable()
export class NoticeChanges {
  private readonly fanout = new Fanout<true>();

  constructor(private readonly inbox: ReadInbox) {}

  /** Takes one message of NOTICE_CHANNEL. */
  heard(payload: string): void {
    const message = noticeMessage.safeParse(JSON.parse(payload));
    if (!message.success) return;
    const { tenantId, userId } = message.data;
    if (userId === undefined) this.push((key) => key.startsWith(keyOf(tenantId, '')));
    else this.fanout.push(keyOf(tenantId, userId), true);
  }

  /** Whatever was said while the listener was away was missed: everyone counts again. */
  missedSome(): void {
    this.push(() => true);
  }

  /** How many now, and again after each change that may concern the actor. */
  follow(actor: UserActor): AsyncGenerator<number, void, void> {
    const changes = this.fanout.follow(keyOf(actor.tenantId, actor.userId));
    return endsAtOnce(changes, this.tell(changes, actor));
  }

  private push(concerns: (key: string) => boolean): void {
    for (const key of this.fanout.keys().filter(concerns)) this.fanout.push(key, true);
  }

  private async *tell(changes: AsyncIterableIterator<true>, actor: UserActor): AsyncGenerator<number, void, void> {
    try {
      yield await this.inbox.countUnread(actor);
      for await (const _ of changes) yield await this.inbox.countUnread(actor);
    } finally {
      await changes.return?.();
    }
  }
}
