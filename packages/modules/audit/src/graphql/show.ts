import { subjectKindOf } from '@tenon/contracts/audit';
import type { Chain, TrailEntry } from '../application/read-trail.js';

/** A line of a trail in the words of the schema. */
export function showEntry({ at, actorKind, via, ...entry }: TrailEntry) {
  return {
    ...entry,
    at: at.toISOString(),
    actorKind: actorKind.toUpperCase(),
    via: via?.toUpperCase().replaceAll('-', '_') ?? null,
    subjectKind: subjectKindOf(entry.action),
  };
}

/** A trail as a whole in the words of the schema. */
export function showChain({ seq, hash, droppedSeq, keepMonths }: Chain) {
  return { length: seq, headHash: hash, droppedCount: droppedSeq, keepMonths };
}
