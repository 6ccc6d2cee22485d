import { Args, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import type { DeviceControlCommandsArgs, MutationSendCommandArgs, MutationSetDesiredStateArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { CancelCommand } from '../application/cancel-command.js';
import { ReadControl } from '../application/read-control.js';
import { SendCommand } from '../application/send-command.js';
import { SetDesiredState } from '../application/set-desired-state.js';
import { DeviceChanges } from '../live/device-changes.js';
import { showCommand, showControl, showSparkplug } from './show-control.js';

@Resolver('DeviceControl')
export class ControlResolver {
  constructor(
    private readonly control: ReadControl,
    private readonly sending: SendCommand,
    private readonly cancelling: CancelCommand,
    private readonly desiring: SetDesiredState,
    private readonly changes: DeviceChanges,
  ) {}

  @Query('deviceControl')
  @RequirePermission('device:read')
  async deviceControl(@CurrentActor() actor: TenantActor, @Args('deviceId') deviceId: string) {
    return showControl(await this.control.execute(actor, deviceId));
  }

  @ResolveField('commands')
  async commands(@CurrentActor() actor: TenantActor, @Parent() { deviceId }: { deviceId: string }, @Args() args: DeviceControlCommandsArgs) {
    const page = await this.control.commandsOf(actor, deviceId, args);
    return { ...page, nodes: page.nodes.map(showCommand) };
  }

  @ResolveField('sparkplug')
  async sparkplug(@CurrentActor() actor: TenantActor, @Parent() { deviceId }: { deviceId: string }) {
    return showSparkplug(await this.control.sparkplugOf(actor, deviceId));
  }

  @Mutation('sendCommand')
  @RequirePermission('device:command')
  async sendCommand(@CurrentActor() actor: TenantActor, @Args() { input: { expectsAnswer, ...input } }: MutationSendCommandArgs) {
    return showCommand(await this.sending.execute(actor, { ...input, expectsAnswer: expectsAnswer ?? true }));
  }

  @Mutation('cancelCommand')
  @RequirePermission('device:command')
  async cancelCommand(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showCommand(await this.cancelling.execute(actor, id));
  }

  @Mutation('setDesiredState')
  @RequirePermission('device:command')
  async setDesiredState(@CurrentActor() actor: TenantActor, @Args() { input: { deviceId, values, version } }: MutationSetDesiredStateArgs) {
    return showControl(await this.desiring.execute(actor, { deviceId, values: values as Record<string, unknown>, version: readVersion(version) }));
  }

  @Subscription('deviceControlChanged', { resolve: (payload: unknown) => payload })
  @RequirePermission('device:read')
  deviceControlChanged(@CurrentActor() actor: TenantActor, @Args('deviceId') deviceId: string) {
    return this.changes.followed(deviceId, async () => showControl(await this.control.execute(actor, deviceId)));
  }
}

/** What is no number is no version that there ever was. */
function readVersion(version: string | null | undefined): bigint | null {
  if (version === null || version === undefined) return null;
  return /^\d{1,18}$/.test(version) ? BigInt(version) : -1n;
}
