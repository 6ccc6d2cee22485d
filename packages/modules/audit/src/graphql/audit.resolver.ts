import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { showAuditLine } from '@tenon/contracts/audit';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationKeepAuditTrailArgs, QueryAuditTrailArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { KeepTrail } from '../application/keep-trail.js';
import { ReadTrail } from '../application/read-trail.js';
import { readFilter } from './read.js';
import { showChain } from './show.js';

@Resolver()
export class AuditResolver {
  constructor(
    private readonly trail: ReadTrail,
    private readonly keep: KeepTrail,
  ) {}

  @Query('auditTrail')
  @RequirePermission('audit:read')
  async auditTrail(@CurrentActor() actor: TenantActor, @Args() { filter, ...args }: QueryAuditTrailArgs) {
    const page = await this.trail.execute(actor, args, readFilter(filter ?? {}));
    return { ...page, nodes: page.nodes.map(showAuditLine) };
  }

  @Query('auditChain')
  @RequirePermission('audit:read')
  async auditChain(@CurrentActor() actor: TenantActor) {
    return showChain(await this.trail.chain(actor));
  }

  @Mutation('keepAuditTrail')
  @RequirePermission('tenant:update')
  async keepAuditTrail(@CurrentActor() actor: TenantActor, @Args() { months }: MutationKeepAuditTrailArgs) {
    await this.keep.execute(actor, months);
    return showChain(await this.trail.chain(actor));
  }
}
