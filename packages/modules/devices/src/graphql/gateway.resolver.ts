import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GatewayMode } from '@tenon/domain/devices';
import type { TenantActor } from '@tenon/domain/identity';
import type { MutationPlaceBehindGatewayArgs, MutationSetGatewayModeArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission, Together } from '@tenon/nest';
import { ArrangeGateways } from '../application/arrange-gateways.js';
import { ReadDevices } from '../application/read-devices.js';
import { showDevice } from './show.js';

/** Gateways and what stands behind them. Who may say it may give out tokens too: a gateway's token speaks for others. */
@Resolver('Device')
export class GatewayResolver {
  private readonly gatewayOf: Together<Parameters<typeof showDevice>[0]>;

  constructor(
    private readonly gateways: ArrangeGateways,
    devices: ReadDevices,
  ) {
    this.gatewayOf = new Together((actor, ids) => devices.byIds(actor, ids));
  }

  @ResolveField('gateway')
  async gateway(@CurrentActor() actor: TenantActor, @Parent() { parentId }: { readonly parentId: string | null }) {
    const gateway = parentId === null ? undefined : await this.gatewayOf.of(actor, parentId);
    return gateway ? showDevice(gateway) : null;
  }

  @Mutation('setGatewayMode')
  @RequirePermission('device:credentials')
  async setGatewayMode(@CurrentActor() actor: TenantActor, @Args() { input: { id, mode } }: MutationSetGatewayModeArgs) {
    return showDevice(await this.gateways.setMode(actor, { id, mode: mode.toLowerCase() as GatewayMode }));
  }

  @Mutation('placeBehindGateway')
  @RequirePermission('device:credentials')
  async placeBehindGateway(@CurrentActor() actor: TenantActor, @Args() { input }: MutationPlaceBehindGatewayArgs) {
    return showDevice(await this.gateways.place(actor, input));
  }
}
