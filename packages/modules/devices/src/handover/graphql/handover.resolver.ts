import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { HandoverWay } from '@tenon/domain/devices';
import type { TenantActor, UserActor } from '@tenon/domain/identity';
import type { MutationClaimDeviceArgs, MutationReleaseDevicesArgs, QueryClaimableDeviceArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, CurrentPerson, RequirePermission, Together, WithheldFromOffice } from '@tenon/nest';
import { ReadDevices } from '../../application/read-devices.js';
import { showDevice } from '../../graphql/show.js';
import { ClaimDevice } from '../application/claim-device.js';
import { ReleaseDevices } from '../application/release-devices.js';
import { showClaimable, showHandover } from './show-handover.js';

/** Machines that go from one company to another. To give one away is to be rid of it, which is deleting's permission. */
@Resolver('Device')
export class HandoverResolver {
  private readonly latestOf: Together<Parameters<typeof showHandover>[0]>;

  constructor(
    private readonly releasing: ReleaseDevices,
    private readonly claiming: ClaimDevice,
    private readonly devices: ReadDevices,
  ) {
    this.latestOf = new Together((actor, ids) => releasing.latest(actor, ids));
  }

  @ResolveField('handover')
  async handover(@CurrentActor() actor: TenantActor, @Parent() { id }: { readonly id: string }) {
    const handover = await this.latestOf.of(actor, id);
    return handover ? showHandover(handover) : null;
  }

  @Mutation('releaseDevices')
  @RequirePermission('device:delete')
  @WithheldFromOffice('it shows codes by which machines are taken')
  async releaseDevices(@CurrentActor() actor: TenantActor, @Args() { input }: MutationReleaseDevicesArgs) {
    const released = await this.releasing.execute(actor, { ...input, way: input.way.toLowerCase() as HandoverWay });
    return released.map(({ handover, name, code }) => ({ deviceId: handover.deviceId, name, code, handover: showHandover(handover) }));
  }

  @Mutation('withdrawHandover')
  @RequirePermission('device:delete')
  async withdrawHandover(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showHandover(await this.releasing.withdraw(actor, id));
  }

  @Query('claimableDevice')
  @RequirePermission('device:create')
  async claimableDevice(@CurrentPerson() actor: UserActor, @Args() { input }: QueryClaimableDeviceArgs) {
    return showClaimable(await this.claiming.look(actor, input));
  }

  @Mutation('claimDevice')
  @RequirePermission('device:create')
  @WithheldFromOffice('it may show a token')
  async claimDevice(@CurrentPerson() actor: UserActor, @Args() { input: { claim, name } }: MutationClaimDeviceArgs) {
    const { deviceId, token } = await this.claiming.execute(actor, claim, { name });
    return { device: showDevice(await this.devices.one(actor, deviceId)), token };
  }
}
