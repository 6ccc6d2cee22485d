/** Places: where machines stand. The company's tree of sites, areas and work centres, as IEC 62264 (ISA-95) names the levels, and what may lie in what. */
export { demandPosition, type WantedPosition } from './demand-position.js';
export { findPlaces, type SaidPlace } from './find-places.js';
export { kindsWithin, mayLieIn, PLACE_KINDS, type PlaceKind } from './kind.js';
export { countsWithin, type MachineCounts, NO_MACHINES, sumOf } from './machine-counts.js';
export { orderWith } from './order.js';
export { PLACE_LIMITS, type PlaceNode } from './place.js';
export { readPlaceName } from './place-name.js';
export { byParent, pathTo, withinPlace } from './tree.js';
