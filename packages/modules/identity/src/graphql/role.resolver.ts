import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationCreateRoleArgs, MutationUpdateRoleArgs } from '@tenon/graphql/resolvers';
import type { TenantActor, UserActor } from '@tenon/domain/identity';
import { CurrentActor, CurrentPerson, RequirePermission } from '@tenon/nest';
import { CreateRole, DeleteRole, UpdateRole } from '../application/change-roles.js';
import { ReadRoles } from '../application/read-roles.js';
import { showRole } from './show.js';

@Resolver()
export class RoleResolver {
  constructor(
    private readonly read: ReadRoles,
    private readonly create: CreateRole,
    private readonly update: UpdateRole,
    private readonly deletion: DeleteRole,
  ) {}

  @Query('roles')
  @RequirePermission('role:read')
  async roles(@CurrentActor() actor: TenantActor) {
    return (await this.read.execute(actor)).map(showRole);
  }

  @Mutation('createRole')
  @RequirePermission('role:create')
  async createRole(@CurrentPerson() actor: UserActor, @Args() { input }: MutationCreateRoleArgs) {
    return showRole(await this.create.execute(actor, input));
  }

  @Mutation('updateRole')
  @RequirePermission('role:update')
  async updateRole(@CurrentPerson() actor: UserActor, @Args() { input }: MutationUpdateRoleArgs) {
    return showRole(await this.update.execute(actor, input));
  }

  @Mutation('deleteRole')
  @RequirePermission('role:delete')
  deleteRole(@CurrentPerson() actor: UserActor, @Args('id') id: string) {
    return this.deletion.execute(actor, id);
  }
}
