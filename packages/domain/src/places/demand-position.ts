import { conflict, invalid, notFound } from '@tenon/kernel';
import { mayLieIn, type PlaceKind } from './kind.js';
import { PLACE_LIMITS, type PlaceNode } from './place.js';
import { levelsOf, pathTo, withinPlace } from './tree.js';

/** Where a place is to lie, and what it is. */
export interface WantedPosition {
  readonly kind: PlaceKind;
  readonly parentId: string | null;
  /** The place that is there already; left out for a new one. */
  readonly id?: string;
}

/**
 * Holds a new place, a move or a change of kind to what a plant can be.
 * @param places the whole tree, as nobody else changes it meanwhile
 * @throws AppError PLACE.NOT_FOUND where the outer place is not there; (conflict) PLACE.IN_ITSELF; (invalid) PLACE.KIND where the level does not fit the outer
 * place or what lies in it; (invalid) PLACE.TOO_DEEP
 */
export function demandPosition(places: readonly PlaceNode[], { kind, parentId, id }: WantedPosition): void {
  const outer = outerOf(places, parentId);
  if (id !== undefined) demandUnder(places, { kind, parentId, id });
  if (!mayLieIn(kind, outer?.kind ?? null)) throw invalid('PLACE.KIND', 'A place of this kind does not lie there.', { kind, outer: outer?.kind ?? 'company' });
  const levels = pathTo(places, parentId).length + (id === undefined ? 1 : levelsOf(places, id));
  if (levels > PLACE_LIMITS.depth) throw invalid('PLACE.TOO_DEEP', `A tree has at most ${PLACE_LIMITS.depth} levels.`, { limit: PLACE_LIMITS.depth });
}

function outerOf(places: readonly PlaceNode[], parentId: string | null): PlaceNode | undefined {
  const outer = places.find((place) => place.id === parentId);
  if (parentId !== null && !outer) throw notFound('PLACE.NOT_FOUND', 'There is no such place.');
  return outer;
}

/** What lies in a place goes where it goes, and must fit what it becomes. */
function demandUnder(places: readonly PlaceNode[], { kind, parentId, id }: Required<WantedPosition>): void {
  if (withinPlace(places, id).some((place) => place.id === parentId)) throw conflict('PLACE.IN_ITSELF', 'A place cannot lie in itself.');
  const misfit = places.find((place) => place.parentId === id && !mayLieIn(place.kind, kind));
  if (misfit) throw invalid('PLACE.KIND', 'What lies in it could not lie there.', { kind: misfit.kind, outer: kind });
}
