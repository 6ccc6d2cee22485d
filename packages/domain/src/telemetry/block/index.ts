/** A block: points of one series in few bytes, exact to the last bit. */
export { decodeBlock, encodeBlock, MOST_BLOCK_POINTS } from './block.js';
export { type BlockPoints, placeOf, slicePoints, within } from './block-points.js';
export { blockDamaged } from './fault.js';
export { joined, laidOver, NO_POINTS } from './laid-over.js';
export { isSameValue, partedByStamps, partedPoints } from './split-points.js';
