import { Injectable } from '@nestjs/common';
import type { noticeRaised } from '@tenon/contracts/events';
import type { PayloadOf } from '@tenon/contracts/jobs';
import { NOTICE_CHANNEL, type NoticeMessage } from '@tenon/contracts/wire';
import { TenantDb } from '@tenon/db';
import type { SystemActor } from '@tenon/domain/identity';
import { isToldBy, receiversOf } from '@tenon/domain/notices';
import { MemberRepository } from '@tenon/identity';
import { NoticeRepository } from '../persistence/notice.repository.js';
import { PreferenceRepository } from '../persistence/preference.repository.js';
import { NoticeDispatch } from './notice-dispatch.js';

type Raised = PayloadOf<typeof noticeRaised>;

/**
 * Tells the people of a company what happened, each as they chose, and its robots. All of it commits together and goes by the
 * notice's id: repeating it puts nothing into an inbox twice, and sends nothing again.
 */
@Injectable()
export class TellPeople {
  constructor(
    private readonly db: TenantDb,
    private readonly members: MemberRepository,
    private readonly preferences: PreferenceRepository,
    private readonly inbox: NoticeRepository,
    private readonly delivery: NoticeDispatch,
  ) {}

  async execute(actor: SystemActor, raised: Raised): Promise<void> {
    const { noticeId, kind, personId = null, actorId = null, subjectId = null, facts } = raised;
    await this.db.transaction(actor, async (tx) => {
      const people = (await this.members.listAll(tx)).map(({ userId, role }) => ({ userId, permissions: role.permissions }));
      const told = receiversOf(kind, people, { personId, actorId }).map(({ userId }) => userId);
      const choices = await this.preferences.list(tx, told);
      const by = (channel: 'inbox' | 'mail'): string[] => told.filter((userId) => isToldBy(kind, channel, choices.get(userId) ?? []));
      await this.inbox.insert(tx, { id: noticeId, kind, subjectId, facts });
      await this.inbox.insertReceipts(tx, noticeId, by('inbox'));
      await this.delivery.begin(tx, noticeId, kind, by('mail'));
      await tx.notify(NOTICE_CHANNEL, { tenantId: tx.tenantId } satisfies NoticeMessage);
    });
  }
}
