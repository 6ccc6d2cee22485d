import { Args, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import type { UserActor } from '@tenon/domain/identity';
import type { MutationChooseNoticeArgs, QueryNoticesArgs } from '@tenon/graphql/resolvers';
import { CurrentPerson, RequirePermission } from '@tenon/nest';
import { ChooseNotices } from '../application/choose-notices.js';
import { MarkRead } from '../application/mark-read.js';
import { ReadInbox } from '../application/read-inbox.js';
import { NoticeChanges } from '../live/notice-changes.js';
import { channelOf, kindOf } from './names.js';
import { showChoices, showNotice } from './show.js';

@Resolver()
export class NoticeResolver {
  constructor(
    private readonly inbox: ReadInbox,
    private readonly mark: MarkRead,
    private readonly choices: ChooseNotices,
    private readonly changes: NoticeChanges,
  ) {}

  @Query('notices')
  @RequirePermission('tenant:read')
  async notices(@CurrentPerson() actor: UserActor, @Args() args: QueryNoticesArgs) {
    const page = await this.inbox.execute(actor, args);
    return { ...page, nodes: page.nodes.map(showNotice) };
  }

  @Query('unreadNotices')
  @RequirePermission('tenant:read')
  unreadNotices(@CurrentPerson() actor: UserActor) {
    return this.inbox.countUnread(actor);
  }

  @Query('noticeChoices')
  @RequirePermission('tenant:read')
  async noticeChoices(@CurrentPerson() actor: UserActor) {
    return (await this.choices.read(actor)).map(showChoices);
  }

  @Mutation('markNoticeRead')
  @RequirePermission('tenant:read')
  async markNoticeRead(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return showNotice(await this.mark.one(actor, id));
  }

  @Mutation('markAllNoticesRead')
  @RequirePermission('tenant:read')
  markAllNoticesRead(@CurrentPerson() actor: UserActor) {
    return this.mark.all(actor);
  }

  @Mutation('chooseNotice')
  @RequirePermission('tenant:read')
  async chooseNotice(@CurrentPerson() actor: UserActor, @Args() { input }: MutationChooseNoticeArgs) {
    return showChoices(await this.choices.execute(actor, kindOf(input.kind), channelOf(input.channel), input.isOn));
  }

  @Subscription('unreadNoticesChanged', { resolve: (count: number) => count })
  @RequirePermission('tenant:read')
  unreadNoticesChanged(@CurrentPerson() actor: UserActor) {
    return this.changes.follow(actor);
  }
}
