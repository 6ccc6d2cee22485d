'use client';

import { useAnswer } from '../../api/use-answer';
import { PlantTreeDocument, type PlantTreeQuery } from '../../generated/documents';

export type Plant = PlantTreeQuery['plantTree'];
export type PlantPlace = Plant['places'][number]['place'];
export type Counts = Plant['all'];

/** Counts move as machines fall silent. */
const LOOK_EVERY_MS = 15_000;

/** Where machines stand, and how many. */
export function usePlant({ isLive = false }: { readonly isLive?: boolean } = {}) {
  return useAnswer(PlantTreeDocument, {}, isLive ? { refetchEveryMs: LOOK_EVERY_MS } : {});
}
