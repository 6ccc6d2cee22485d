import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationInvitePersonArgs, QueryInvitationsArgs } from '@tenon/graphql/resolvers';
import type { TenantActor, UserActor } from '@tenon/domain/identity';
import { CurrentActor, CurrentPerson, RequirePermission, RequireVerifiedEmail } from '@tenon/nest';
import { ResendInvitation, RevokeInvitation } from '../application/change-invitation.js';
import { InvitePerson } from '../application/invite-person.js';
import { ReadInvitations } from '../application/read-invitations.js';
import { LANGUAGES, showInvitation } from './show-invitation.js';

@Resolver()
export class InvitationResolver {
  constructor(
    private readonly read: ReadInvitations,
    private readonly invite: InvitePerson,
    private readonly resend: ResendInvitation,
    private readonly revoke: RevokeInvitation,
  ) {}

  @Query('invitations')
  @RequirePermission('member:invite')
  async invitations(@CurrentActor() actor: TenantActor, @Args() args: QueryInvitationsArgs) {
    const page = await this.read.page(actor, args);
    return { ...page, nodes: page.nodes.map(showInvitation) };
  }

  @Mutation('invitePerson')
  @RequirePermission('member:invite')
  @RequireVerifiedEmail('a mail goes to somebody else')
  async invitePerson(@CurrentPerson() actor: UserActor, @Args() { input }: MutationInvitePersonArgs) {
    return showInvitation(await this.invite.execute(actor, { ...input, language: LANGUAGES[input.language] }));
  }

  @Mutation('resendInvitation')
  @RequirePermission('member:invite')
  @RequireVerifiedEmail('a mail goes to somebody else')
  async resendInvitation(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return showInvitation(await this.resend.execute(actor, id));
  }

  @Mutation('revokeInvitation')
  @RequirePermission('member:invite')
  revokeInvitation(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.revoke.execute(actor, id);
  }
}
