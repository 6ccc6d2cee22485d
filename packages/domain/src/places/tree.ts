import type { PlaceNode } from './place.js';

/** Places by the place they lie in; those directly in the company under `null`. In the order they were given. */
export function byParent<Place extends PlaceNode>(places: readonly Place[]): ReadonlyMap<string | null, readonly Place[]> {
  const within = new Map<string | null, Place[]>();
  for (const place of places) {
    const siblings = within.get(place.parentId);
    if (siblings) siblings.push(place);
    else within.set(place.parentId, [place]);
  }
  return within;
}

/** The places around one, the outermost first, and itself last; empty where there is no such place. */
export function pathTo<Place extends PlaceNode>(places: readonly Place[], id: string | null): Place[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  const path: Place[] = [];
  for (let at = id === null ? undefined : byId.get(id); at; at = at.parentId === null ? undefined : byId.get(at.parentId)) path.unshift(at);
  return path;
}

/** A place and all that lies in it, outer before inner. */
export function withinPlace<Place extends PlaceNode>(places: readonly Place[], id: string): Place[] {
  const within = byParent(places);
  const found = places.filter((place) => place.id === id);
  // Grows while it is walked: what is found is looked into in its turn.
  for (const place of found) found.push(...(within.get(place.id) ?? []));
  return found;
}

/** How many levels a place and what lies in it take up; 1 for an empty one. */
export function levelsOf(places: readonly PlaceNode[], id: string): number {
  const within = byParent(places);
  const levels = (at: string): number => 1 + Math.max(0, ...(within.get(at) ?? []).map((inner) => levels(inner.id)));
  return levels(id);
}
