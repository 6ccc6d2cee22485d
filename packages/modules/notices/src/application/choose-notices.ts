import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import type { UserActor } from '@tenon/domain/identity';
import { demandChoice, isToldBy, mayReceive, NOTICE_CHANNELS, NOTICE_KINDS, NOTICE_RULES, type NoticeChannel, type NoticeChoice, type NoticeKind } from '@tenon/domain/notices';
import { PreferenceRepository } from '../persistence/preference.repository.js';

/** How one kind reaches a person, way by way. */
export interface KindChoices {
  readonly kind: NoticeKind;
  /** Null for a way that this kind does not go. */
  readonly ways: readonly { readonly channel: NoticeChannel; readonly isOn: boolean | null; readonly isFixed: boolean }[];
}

function choicesOf(kind: NoticeKind, chosen: readonly NoticeChoice[]): KindChoices {
  const { without, always } = NOTICE_RULES[kind];
  return { kind, ways: NOTICE_CHANNELS.map((channel) => ({ channel, isOn: without.includes(channel) ? null : isToldBy(kind, channel, chosen), isFixed: always.includes(channel) })) };
}

/** What a person chose to be told of in the company they are in, and choosing it. */
@Injectable()
export class ChooseNotices {
  constructor(
    private readonly db: TenantDb,
    private readonly preferences: PreferenceRepository,
  ) {}

  /** The kinds that may reach them, by what they may do. */
  async read(actor: UserActor): Promise<KindChoices[]> {
    const chosen = await this.db.read(actor, (tx) => this.preferences.list(tx, [actor.userId]));
    return NOTICE_KINDS.filter((kind) => mayReceive(kind, actor.permissions)).map((kind) => choicesOf(kind, chosen.get(actor.userId) ?? []));
  }

  /** Turns one way of one kind on or off. Repeating it changes nothing. @throws AppError (invalid) NOTICE.NO_CHOICE, NOTICE.ALWAYS */
  execute(actor: UserActor, kind: NoticeKind, channel: NoticeChannel, isOn: boolean): Promise<KindChoices> {
    demandChoice(kind, channel);
    return this.db.transaction(actor, async (tx) => {
      const before = (await this.preferences.list(tx, [actor.userId])).get(actor.userId) ?? [];
      if (isToldBy(kind, channel, before) !== isOn) await tx.audit('member.notices-chosen', { memberId: actor.userId, email: actor.email, notice: kind, channel, before: !isOn, after: isOn });
      await this.preferences.put(tx, actor.userId, { kind, channel, isOn });
      const after = (await this.preferences.list(tx, [actor.userId])).get(actor.userId) ?? [];
      return choicesOf(kind, after);
    });
  }
}
