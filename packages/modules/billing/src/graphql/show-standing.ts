import { isoDate } from '@tenon/domain/energy';
import type { Place } from '@tenon/domain/life';
import type { StandingView } from '../application/standing-view.js';
import type { KeptMove } from '../persistence/move.repository.js';

const inCapitals = (word: string): string => word.replaceAll('-', '_').toUpperCase();
const showPlace = ({ state, because }: Place) => ({ state: inCapitals(state), because: because && inCapitals(because) });

/** Where a company stands, in the words of the schema; its moves are read when they are asked for. */
export function showStanding({ sinceDay, reason, before, next, mayClose, mayReopen, ...place }: StandingView, moves: () => Promise<KeptMove[]>) {
  return {
    ...showPlace(place),
    since: isoDate(sinceDay),
    reason,
    before: before && showPlace(before),
    next: next && { ...showPlace(next), on: isoDate(next.onDay), daysLeft: next.daysLeft },
    mayClose,
    mayReopen,
    moves: async () => (await moves()).map(showMove),
  };
}

function showMove({ moveNo, cause, fromState, toState, toBecause, onDay, reason, movedAt }: KeptMove) {
  return { number: moveNo, cause: inCapitals(cause), from: fromState && inCapitals(fromState), to: inCapitals(toState), because: toBecause && inCapitals(toBecause), on: isoDate(onDay), reason, at: movedAt.toISOString() };
}
