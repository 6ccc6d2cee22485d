import { pathTo, type PlaceKind, type PlaceNode } from '@tenon/domain/places';
import type { SelectOption } from '@tenon/ui';
import type { Plant } from './use-plant';

/** The plant's places as the domain knows them. */
export function knownPlaces({ places }: Plant): (PlaceNode & { readonly name: string })[] {
  return places.map(({ place: { id, parentId, name, kind } }) => ({ id, parentId, name, kind: kind.toLowerCase() as PlaceKind }));
}

/** Places to choose from, each with the way to it, in the order of the tree. */
export function placeOptions(plant: Plant, isOffered: (place: PlaceNode) => boolean = () => true): SelectOption[] {
  const places = knownPlaces(plant);
  const within = (outer: string | null): typeof places => places.filter((place) => place.parentId === outer).flatMap((place) => [place, ...within(place.id)]);
  return within(null)
    .filter(isOffered)
    .map((place) => ({ value: place.id, label: pathTo(places, place.id).map(({ name }) => name).join(' / ') }));
}
