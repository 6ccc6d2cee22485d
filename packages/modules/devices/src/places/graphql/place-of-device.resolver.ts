import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { TenantActor } from '@tenon/domain/identity';
import { CurrentActor, Together } from '@tenon/nest';
import { ReadPlaces } from '../application/read-places.js';
import { showPlace } from './show-place.js';

/** Where a machine stands; of a page of machines, all ways at once. */
@Resolver('Device')
export class PlaceOfDeviceResolver {
  private readonly pathOf: Together<readonly Parameters<typeof showPlace>[0][]>;

  constructor(places: ReadPlaces) {
    this.pathOf = new Together((actor, ids) => places.paths(actor, ids));
  }

  @ResolveField('path')
  async path(@CurrentActor() actor: TenantActor, @Parent() { placeId }: { readonly placeId: string | null }) {
    return placeId === null ? [] : ((await this.pathOf.of(actor, placeId)) ?? []).map(showPlace);
  }
}
