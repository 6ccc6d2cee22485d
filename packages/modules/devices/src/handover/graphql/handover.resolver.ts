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

/** Machines that go from one company to another. To give one away, and to take one over, are permissions of their own: who adds and deletes machines need not decide what leaves the company, or comes. */
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
  @RequirePermission('device:release')
  @WithheldFromOffice('it shows codes by which machines are taken')
  async releaseDevices(@CurrentActor() actor: TenantActor, @Args() { input }: MutationReleaseDevicesArgs) {
    const released = await this.releasing.execute(actor, { ...input, way: input.way.toLowerCase() as HandoverWay });
    return released.map(({ handover, name, code }) => ({ deviceId: handover.deviceId, name, code, handover: showHandover(handover) }));
  }

  @Mutation('withdrawHandover')
  @RequirePermission('device:release')
  async withdrawHandover(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showHandover(await this.releasing.withdraw(actor, id));
  }

  @Query('claimableDevice')
  @RequirePermission('device:claim')
  async claimableDevice(@CurrentPerson() actor: UserActor, @Args() { input }: QueryClaimableDeviceArgs) {
    return showClaimable(await this.claiming.look(actor, input));
  }

  @Mutation('claimDevice')
  @RequirePermission('device:claim')
  @WithheldFromOffice('it may show a token')
  async claimDevice(@CurrentPerson() actor: UserActor, @Args() { input: { claim, name } }: MutationClaimDeviceArgs) {
    const { deviceId, token } = await this.claiming.execute(actor, claim, { name });
    return { device: showDevice(await this.devices.one(actor, deviceId)), token };
  }
}
