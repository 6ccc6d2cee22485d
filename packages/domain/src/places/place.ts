import type { PlaceKind } from './kind.js';

/** A place of the tree, as far as the tree is concerned with it. */
export interface PlaceNode {
  readonly id: string;
  /** Null: it lies directly in the company. */
  readonly parentId: string | null;
  readonly kind: PlaceKind;
}

/** Of one company. */
export const PLACE_LIMITS = {
  places: 2_000,
  /** Levels from the site down. Areas within areas end somewhere. */
  depth: 8,
  name: 80,
} as const;
