import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { can, type TenantActor, type UserActor } from '@tenon/domain/identity';
import { mayPutAway } from '@tenon/domain/notices';
import { conflict, notFound } from '@tenon/kernel';
import { putAnnouncementAway, shownAnnouncements, type ShownAnnouncement } from '../persistence/announcement.repository.js';

/** What the platform announces to whoever is signed in, until they put it away. */
@Injectable()
export class ReadAnnouncements {
  constructor(private readonly db: TenantDb) {}

  /** To whoever knows the company; somebody of the office who looks at it sees what none of its people has put away for them. */
  async shown(actor: TenantActor): Promise<ShownAnnouncement[]> {
    if (!can(actor, 'tenant:read')) return [];
    return this.db.read(actor, (tx) => shownAnnouncements(tx, actor.kind === 'user' ? actor.userId : null));
  }

  /** Puts one away, for this person alone. @throws AppError (not-found) ANNOUNCEMENT.NOT_FOUND, for one that is put away too; (conflict) ANNOUNCEMENT.STAYS for an incident */
  putAway(actor: UserActor, id: string): Promise<string> {
    return this.db.transaction(actor, async (tx) => {
      const one = (await shownAnnouncements(tx, actor.userId)).find((each) => each.id === id);
      if (!one) throw notFound('ANNOUNCEMENT.NOT_FOUND', 'There is no such announcement.');
      if (!mayPutAway(one.severity)) throw conflict('ANNOUNCEMENT.STAYS', 'What is said of an incident stays until it is over.');
      await putAnnouncementAway(tx, actor.userId, id);
      return id;
    });
  }
}
