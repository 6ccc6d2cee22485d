import type { MachineCounts, PlaceKind } from '@tenon/domain/places';
import type { PlantPlaceKind as ShownKind } from '@tenon/graphql/resolvers';
import type { PlaceRow } from '../persistence/place.repository.js';

/** A kind in the words of the schema, and back. */
export const showKind = (kind: PlaceKind): ShownKind => kind.toUpperCase() as ShownKind;
export const readKind = (kind: ShownKind): PlaceKind => kind.toLowerCase() as PlaceKind;

/** A place in the words of the schema. */
export function showPlace({ id, parentId, kind, name, timeZone }: PlaceRow) {
  return { id, parentId, kind: showKind(kind), name, timeZone };
}

/** A place of the tree, with what stands in it. */
export function showPlaceInTree({ machines, ...place }: PlaceRow & { readonly machines: MachineCounts }) {
  return { place: showPlace(place), machines };
}
