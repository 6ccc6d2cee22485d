import type { PlaceKind } from './kind.js';
import type { PlaceNode } from './place.js';
import { pathTo } from './tree.js';

/** Where something stands, as people write it: by names, as many as they say. */
export interface SaidPlace {
  readonly site?: string | undefined;
  readonly area?: string | undefined;
  /** Of any kind of work centre. */
  readonly line?: string | undefined;
}

type Named = PlaceNode & { readonly kind: PlaceKind; readonly name: string };
type Level = keyof SaidPlace;

const levelOf = ({ kind }: Named): Level => (kind === 'site' || kind === 'area' ? kind : 'line');

/** The places that are meant by these names: the innermost that is said, within the others. One where it is clear, several where it is not, none where there is no such place. */
export function findPlaces<Place extends Named>(places: readonly Place[], said: SaidPlace): Place[] {
  const levels = (['line', 'area', 'site'] as const).filter((level) => said[level] !== undefined);
  const [innermost, ...outer] = levels;
  if (!innermost) return [];
  const isCalled = (place: Place, level: Level): boolean => levelOf(place) === level && place.name === said[level];
  return places.filter((place) => isCalled(place, innermost) && outer.every((level) => pathTo(places, place.parentId).some((around) => isCalled(around, level))));
}
