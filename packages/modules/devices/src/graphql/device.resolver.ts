import { Args, Mutation, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { DeviceRefusalsArgs, MutationAddSimulatedDeviceArgs, MutationRenameDeviceArgs, QueryDevicesArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { AddSimulatedDevice } from '../application/add-simulated-device.js';
import { ReadDevices } from '../application/read-devices.js';
import { RenameDevice } from '../application/rename-device.js';
import { DeleteDevice } from '../application/delete-device.js';
import { DeviceChanges } from '../live/device-changes.js';
import { readConnection, readFilter, readOrder, showDevice, showRefusal } from './show.js';

@Resolver('Device')
export class DeviceResolver {
  constructor(
    private readonly devices: ReadDevices,
    private readonly addSimulated: AddSimulatedDevice,
    private readonly rename: RenameDevice,
    private readonly deletion: DeleteDevice,
    private readonly changes: DeviceChanges,
  ) {}

  @Query('device')
  @RequirePermission('device:read')
  async device(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showDevice(await this.devices.one(actor, id));
  }

  @Query('devices')
  @RequirePermission('device:read')
  async list(@CurrentActor() actor: TenantActor, @Args() { connection, filter, order, ...args }: QueryDevicesArgs) {
    const page = await this.devices.page(actor, { ...args, ...readFilter(filter ?? {}), connection: readConnection(connection), order: readOrder(order) });
    return { ...page, nodes: page.nodes.map(showDevice) };
  }

  @ResolveField('refusals')
  async refusals(@CurrentActor() actor: TenantActor, @Parent() device: { id: string }, @Args() args: DeviceRefusalsArgs) {
    const page = await this.devices.refusalsOf(actor, device.id, args);
    return { ...page, nodes: page.nodes.map(showRefusal) };
  }

  @Mutation('addSimulatedDevice')
  @RequirePermission('device:create')
  async addSimulatedDevice(@CurrentActor() actor: TenantActor, @Args() { input }: MutationAddSimulatedDeviceArgs) {
    return showDevice(await this.addSimulated.execute(actor, input));
  }

  @Mutation('renameDevice')
  @RequirePermission('device:update')
  async renameDevice(@CurrentActor() actor: TenantActor, @Args() { input }: MutationRenameDeviceArgs) {
    return showDevice(await this.rename.execute(actor, input));
  }

  @Mutation('deleteDevice')
  @RequirePermission('device:delete')
  deleteDevice(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.deletion.execute(actor, id);
  }

  @Subscription('deviceChanged', { resolve: (payload: unknown) => payload })
  @RequirePermission('device:read')
  deviceChanged(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.changes.follow(actor, id);
  }
}
