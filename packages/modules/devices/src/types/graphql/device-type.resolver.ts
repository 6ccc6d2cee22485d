import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DEVICE_TYPE_LIBRARY, readDocument } from '@tenon/domain/device-types';
import type { TenantActor } from '@tenon/domain/identity';
import type { DeviceTypeCheck, MutationAssignDeviceTypeArgs, MutationCreateDeviceTypeArgs, MutationDuplicateDeviceTypeArgs, MutationUpdateDeviceTypeArgs, QueryDeviceTypesArgs } from '@tenon/graphql/resolvers';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { showDevice } from '../../graphql/show.js';
import { AssignDeviceType } from '../application/assign-device-type.js';
import { CreateDeviceType } from '../application/create-device-type.js';
import { KeepDeviceTypes } from '../application/keep-device-types.js';
import { ReadDeviceTypes } from '../application/read-device-types.js';
import { showLibraryType, showType } from './show-type.js';

@Resolver()
export class DeviceTypeResolver {
  constructor(
    private readonly types: ReadDeviceTypes,
    private readonly creation: CreateDeviceType,
    private readonly keeping: KeepDeviceTypes,
    private readonly assignment: AssignDeviceType,
  ) {}

  @Query('deviceTypes')
  @RequirePermission('device-type:read')
  async list(@CurrentActor() actor: TenantActor, @Args() args: QueryDeviceTypesArgs) {
    const page = await this.types.page(actor, args);
    return { ...page, nodes: page.nodes.map(showType) };
  }

  @Query('deviceType')
  @RequirePermission('device-type:read')
  async one(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return showType(await this.types.one(actor, id));
  }

  @Query('deviceTypeLibrary')
  @RequirePermission('device-type:read')
  library() {
    return DEVICE_TYPE_LIBRARY.map(showLibraryType);
  }

  @Query('checkDeviceType')
  @RequirePermission('device-type:read')
  check(@Args('document') document: string): DeviceTypeCheck {
    const { type, faults } = readDocument(document);
    return { name: type?.name ?? null, description: type?.description ?? null, model: type?.model ?? null, faults: [...(faults ?? [])] };
  }

  @Mutation('createDeviceType')
  @RequirePermission('device-type:manage')
  async create(@CurrentActor() actor: TenantActor, @Args() { input }: MutationCreateDeviceTypeArgs) {
    return showType(await this.creation.execute(actor, input));
  }

  @Mutation('updateDeviceType')
  @RequirePermission('device-type:manage')
  async update(@CurrentActor() actor: TenantActor, @Args() { input }: MutationUpdateDeviceTypeArgs) {
    return showType(await this.keeping.describe(actor, input));
  }

  @Mutation('duplicateDeviceType')
  @RequirePermission('device-type:manage')
  async duplicate(@CurrentActor() actor: TenantActor, @Args() { input }: MutationDuplicateDeviceTypeArgs) {
    return showType(await this.keeping.duplicate(actor, input));
  }

  @Mutation('deleteDeviceType')
  @RequirePermission('device-type:manage')
  delete(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.keeping.delete(actor, id);
  }

  @Mutation('assignDeviceType')
  @RequirePermission('device-type:manage')
  async assign(@CurrentActor() actor: TenantActor, @Args() { input }: MutationAssignDeviceTypeArgs) {
    return (await this.assignment.execute(actor, input)).map(showDevice);
  }
}
