import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MutationCreatePlaceArgs, MutationMovePlaceArgs, MutationPlaceDeviceArgs, MutationUpdatePlaceArgs } from '@tenon/graphql/resolvers';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, RequirePermission } from '@tenon/nest';
import { showDevice } from '../../graphql/show.js';
import { KeepPlaces } from '../application/keep-places.js';
import { PlaceDevice } from '../application/place-device.js';
import { ReadPlaces } from '../application/read-places.js';
import { readKind, showPlace, showPlaceInTree } from './show-place.js';

@Resolver()
export class PlaceResolver {
  constructor(
    private readonly reading: ReadPlaces,
    private readonly keeping: KeepPlaces,
    private readonly placing: PlaceDevice,
  ) {}

  @Query('plantTree')
  @RequirePermission('device:read')
  async tree(@CurrentActor() actor: TenantActor) {
    const { places, ...counts } = await this.reading.tree(actor);
    return { ...counts, places: places.map(showPlaceInTree) };
  }

  @Mutation('createPlace')
  @RequirePermission('asset:manage')
  async create(@CurrentActor() actor: TenantActor, @Args() { input }: MutationCreatePlaceArgs) {
    return showPlace(await this.keeping.create(actor, { ...input, kind: readKind(input.kind) }));
  }

  @Mutation('updatePlace')
  @RequirePermission('asset:manage')
  async update(@CurrentActor() actor: TenantActor, @Args() { input }: MutationUpdatePlaceArgs) {
    return showPlace(await this.keeping.update(actor, { ...input, kind: input.kind && readKind(input.kind) }));
  }

  @Mutation('movePlace')
  @RequirePermission('asset:manage')
  async move(@CurrentActor() actor: TenantActor, @Args() { input }: MutationMovePlaceArgs) {
    return showPlace(await this.keeping.move(actor, input));
  }

  @Mutation('deletePlace')
  @RequirePermission('asset:manage')
  delete(@CurrentActor() actor: TenantActor, @Args('id') id: string) {
    return this.keeping.delete(actor, id);
  }

  @Mutation('placeDevice')
  @RequirePermission('device:update')
  async place(@CurrentActor() actor: TenantActor, @Args() { input }: MutationPlaceDeviceArgs) {
    return showDevice(await this.placing.execute(actor, input));
  }
}
