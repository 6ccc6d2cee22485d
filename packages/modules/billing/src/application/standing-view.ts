import { awaitedMove, mayMove, move, placeOf, type Place } from '@tenon/domain/life';
import type { KeptStanding } from '../persistence/standing.repository.js';

/** Where a company stands, as it is shown. */
export interface StandingView extends Place {
  /** Since which local day. */
  readonly sinceDay: number;
  /** Why, in the office's words. */
  readonly reason: string | null;
  /** Where it goes back to, of one that is held. */
  readonly before: Place | null;
  /** What comes by itself if nobody does anything, in how many days, at the least none; null where nothing does. */
  readonly next: (Place & { readonly onDay: number; readonly daysLeft: number }) | null;
  /** Whether its owner may close it, or have it back. */
  readonly mayClose: boolean;
  readonly mayReopen: boolean;
}

/** What is shown of where a company stands. */
export function standingView({ standing, reason, today }: KeptStanding): StandingView {
  const awaited = awaitedMove(standing);
  return {
    ...placeOf(standing),
    sinceDay: standing.sinceDay,
    reason: standing.state === 'suspended' ? reason : null,
    before: 'before' in standing ? placeOf(standing.before) : null,
    next: awaited && { ...placeOf(move(standing, awaited.cause, awaited.onDay)), onDay: awaited.onDay, daysLeft: Math.max(0, awaited.onDay - today) },
    mayClose: mayMove(standing, 'owner-closed'),
    mayReopen: mayMove(standing, 'owner-reopened'),
  };
}
