import type { AuditAction } from '@tenon/contracts/audit';
import { awaitedMove, CONSEQUENCES, placeOf, type Cause, type Standing } from '@tenon/domain/life';
import type { Voice } from './voice.js';

/** A move that was made. */
export interface MoveMade {
  readonly cause: Cause;
  readonly from: Standing;
  readonly next: Standing;
  readonly today: number;
  readonly reason?: string | undefined;
}

/** How each cause stands in the trail. */
const ACTIONS: Readonly<Record<Cause, AuditAction>> = {
  'plan-chosen': 'tenant.standing-changed',
  'trial-ended': 'tenant.suspended',
  'invoice-overdue': 'tenant.standing-changed',
  paid: 'tenant.standing-changed',
  'left-unpaid': 'tenant.suspended',
  'office-suspended': 'tenant.suspended',
  'office-resumed': 'tenant.resumed',
  'left-suspended': 'tenant.closed',
  'owner-closed': 'tenant.closed',
  'owner-reopened': 'tenant.reopened',
  'cooling-off-over': 'tenant.standing-changed',
};

/** A standing in one word, as notices name it. */
export function placeWord(standing: Standing): string {
  const { state, because } = placeOf(standing);
  return because ? `${state}:${because}` : state;
}

/** Writes a move in the company's trail and tells its people what holds from now on, and for how long. */
export async function tellMove(voice: Voice, made: MoveMade): Promise<void> {
  const { cause, from, next, reason } = made;
  await voice.audit(ACTIONS[cause], { cause, before: { standing: placeWord(from) }, after: { standing: placeWord(next) }, ...(reason !== undefined && { reason }) });
  await raise(voice, made);
}

async function raise(voice: Voice, { cause, next, today, reason }: MoveMade): Promise<void> {
  // Its notices are erased with it; whoever owned it is written to when that is done.
  if (next.state === 'erased') return;
  if (cause === 'office-suspended') return voice.raise('tenant.suspended', { reason: reason ?? '' });
  if (cause === 'office-resumed' && CONSEQUENCES[next.state].writes) return voice.raise('tenant.resumed', {});
  const awaited = awaitedMove(next);
  return voice.raise('tenant.standing-changed', { standing: placeWord(next), ...(awaited && { days: String(awaited.onDay - today) }) });
}
