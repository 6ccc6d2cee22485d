import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { CompletenessMachinesArgs, QueryCompletenessArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ReadCompleteness } from '../application/read-completeness.js';
import { showCompleteness, showLine, type ShownCompleteness } from './show-completeness.js';

@Resolver('Completeness')
export class CompletenessResolver {
  constructor(private readonly read: ReadCompleteness) {}

  @Query('completeness')
  @RequirePermission('telemetry:read')
  async completeness(@CurrentActor() actor: TenantActor, @Args() { month }: QueryCompletenessArgs) {
    return showCompleteness(await this.read.execute(actor, month));
  }

  @ResolveField('machines')
  async machines(@CurrentActor() actor: TenantActor, @Parent() { statementId }: ShownCompleteness, @Args() args: CompletenessMachinesArgs) {
    const page = await this.read.machines(actor, statementId, args);
    return { ...page, nodes: page.nodes.map(showLine) };
  }
}
