import type { Plant, PlantPlace } from './use-plant';

/** What of the plant a list shows: all of it, what stands nowhere, what is out of use, or a place by its id. */
export type Where = string;
export const ALL = 'all';
export const NOWHERE = 'none';
export const RETIRED = 'retired';

/** A part of the plant as the api is asked for it. */
export function filterOf(where: Where): { placeId?: string; isUnplaced?: boolean; isRetired?: boolean } {
  if (where === ALL) return {};
  if (where === NOWHERE) return { isUnplaced: true };
  return where === RETIRED ? { isRetired: true } : { placeId: where };
}

/** The place of that id, where there is one. */
export function placeIn(plant: Plant | undefined, where: Where): PlantPlace | undefined {
  return plant?.places.find(({ place }) => place.id === where)?.place;
}
