import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { BulkActionResultsArgs, MutationRotateDeviceTokensArgs, MutationStartBulkActionArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission, WithheldFromOffice } from '@tenon/nest';
import { RotateDeviceTokens } from '../application/rotate-device-tokens.js';
import { ReadBulkActions } from '../application/read-bulk-actions.js';
import { StartBulkAction } from '../application/start-bulk-action.js';
import { readBulkKind, readChosen, showBulkAction, showBulkResult } from './show-bulk-action.js';

@Resolver('BulkAction')
export class BulkActionResolver {
  constructor(
    private readonly reading: ReadBulkActions,
    private readonly starting: StartBulkAction,
    private readonly rotating: RotateDeviceTokens,
  ) {}

  @Query('bulkAction')
  @RequirePermission('device:read')
  async one(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showBulkAction(await this.reading.one(actor, id));
  }

  @Query('bulkActions')
  @RequirePermission('device:read')
  async latest(@CurrentActor() actor: TenantActor) {
    return (await this.reading.latest(actor)).map(showBulkAction);
  }

  @ResolveField('results')
  async results(@CurrentActor() actor: TenantActor, @Parent() { id }: { readonly id: string }, @Args() args: BulkActionResultsArgs) {
    const page = await this.reading.results(actor, id, args);
    return { ...page, nodes: page.nodes.map(showBulkResult) };
  }

  @Mutation('startBulkAction')
  @RequirePermission('device:update')
  async start(@CurrentActor() actor: TenantActor, @Args() { input: { kind, machines, ...target } }: MutationStartBulkActionArgs) {
    return showBulkAction(await this.starting.execute(actor, { ...target, kind: readBulkKind(kind), chosen: readChosen(machines) }));
  }

  @Mutation('rotateDeviceTokens')
  @RequirePermission('device:credentials')
  @WithheldFromOffice('it shows tokens')
  rotate(@CurrentActor() actor: TenantActor, @Args() { machines }: MutationRotateDeviceTokensArgs) {
    return this.rotating.execute(actor, readChosen(machines));
  }
}
