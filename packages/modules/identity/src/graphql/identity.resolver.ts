import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { MutationUpdateTenantArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, CurrentPrincipal, OpenToAll, RequirePermission, type Principal } from '@tenon/nest';
import { GetTenant } from '../application/get-tenant.js';
import { ReadMembers } from '../application/read-members.js';
import { UpdateTenant } from '../application/update-tenant.js';
import { showMember, showTenant, showViewer } from './show.js';

@Resolver('Viewer')
export class IdentityResolver {
  constructor(
    private readonly getTenant: GetTenant,
    private readonly members: ReadMembers,
    private readonly updateTenantCase: UpdateTenant,
  ) {}

  @Query('viewer')
  @OpenToAll('a portal must be able to ask whether anybody is signed in')
  viewer(@CurrentPrincipal() principal: Principal | null) {
    return principal && showViewer(principal);
  }

  @ResolveField('tenant')
  async tenant(@Parent() viewer: ReturnType<typeof showViewer>) {
    return viewer.actor && showTenant(await this.getTenant.execute(viewer.actor));
  }

  @ResolveField('member')
  async member(@Parent() viewer: ReturnType<typeof showViewer>) {
    // Somebody of the office who looks at a company is none of its people.
    return viewer.actor?.kind === 'user' ? showMember(await this.members.one(viewer.actor, viewer.actor.userId)) : null;
  }

  @Mutation('updateTenant')
  @RequirePermission('tenant:update')
  async updateTenant(@CurrentActor() actor: TenantActor, @Args() { input }: MutationUpdateTenantArgs) {
    return showTenant(await this.updateTenantCase.execute(actor, input));
  }
}
