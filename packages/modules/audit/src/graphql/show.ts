import type { Chain } from '../application/read-trail.js';

/** A trail as a whole in the words of the schema. */
export function showChain({ seq, hash, droppedSeq, keepMonths }: Chain) {
  return { length: seq, headHash: hash, droppedCount: droppedSeq, keepMonths };
}
