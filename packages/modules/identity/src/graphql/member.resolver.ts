import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationChangeMemberRoleArgs, MutationTransferOwnershipArgs, QueryMembersArgs } from '@tenon/graphql/resolvers';
import type { TenantActor, UserActor } from '@tenon/domain/identity';
import { CurrentActor, CurrentPerson, CurrentSignedIn, RequirePermission, type Principal } from '@tenon/nest';
import { ChangeMemberRole } from '../application/change-member-role.js';
import { ReadMembers } from '../application/read-members.js';
import { LeaveCompany, RemoveMember } from '../application/remove-member.js';
import { TransferOwnership } from '../application/transfer-ownership.js';
import { showMember } from './show.js';

@Resolver()
export class MemberResolver {
  constructor(
    private readonly members: ReadMembers,
    private readonly changeRole: ChangeMemberRole,
    private readonly removal: RemoveMember,
    private readonly leaving: LeaveCompany,
    private readonly transfer: TransferOwnership,
  ) {}

  @Query('members')
  @RequirePermission('member:read')
  async list(@CurrentActor() actor: TenantActor, @Args() args: QueryMembersArgs) {
    const page = await this.members.page(actor, args);
    return { ...page, nodes: page.nodes.map(showMember) };
  }

  @Query('member')
  @RequirePermission('member:read')
  async member(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showMember(await this.members.one(actor, id));
  }

  @Mutation('changeMemberRole')
  @RequirePermission('member:update')
  async changeMemberRole(@CurrentPerson() actor: UserActor, @Args() { input }: MutationChangeMemberRoleArgs) {
    return showMember(await this.changeRole.execute(actor, input));
  }

  @Mutation('removeMember')
  @RequirePermission('member:remove')
  removeMember(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.removal.execute(actor, id);
  }

  @Mutation('leaveCompany')
  @RequirePermission('tenant:read')
  async leaveCompany(@CurrentPerson() actor: UserActor) {
    await this.leaving.execute(actor);
    return actor.tenantId;
  }

  @Mutation('transferOwnership')
  @RequirePermission('tenant:transfer')
  async transferOwnership(@CurrentPerson() actor: UserActor, @CurrentSignedIn() principal: Principal, @Args() { input }: MutationTransferOwnershipArgs) {
    return showMember(await this.transfer.execute(actor, principal, { to: input.to, ownRoleId: input.ownRoleId ?? 'admin', password: input.password ?? null }));
  }
}
