import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { MachineCompletenessGapsArgs, QueryMachineCompletenessArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { ReadMachineCompleteness } from '../application/read-machine-completeness.js';
import { showGap, showMachine, type ShownMachine } from './show-completeness.js';

@Resolver('MachineCompleteness')
export class MachineCompletenessResolver {
  constructor(private readonly read: ReadMachineCompleteness) {}

  @Query('machineCompleteness')
  @RequirePermission('telemetry:read')
  async machineCompleteness(@CurrentActor() actor: TenantActor, @Args() { deviceId, month }: QueryMachineCompletenessArgs) {
    return showMachine(await this.read.execute(actor, deviceId, month));
  }

  @ResolveField('gaps')
  async gaps(@CurrentActor() actor: TenantActor, @Parent() { deviceId, range }: ShownMachine, @Args() args: MachineCompletenessGapsArgs) {
    const page = await this.read.gapsOf(actor, { deviceId, range, ...args });
    return { ...page, nodes: page.nodes.map(showGap) };
  }
}
