import { conflict } from '@tenon/kernel';
import { MOVES } from './moves.js';
import type { Cause, Destination, Move } from './moves.js';
import type { Standing } from './standing.js';

function rowFor(standing: Standing, cause: Cause): Move | undefined {
  const because = standing.state === 'suspended' ? standing.because : undefined;
  return MOVES.find((row) => row.from === standing.state && row.because === because && row.cause === cause);
}

/** A trial is never longer for a pause within it; what asks for something to be done begins its days anew. */
function backTo(before: Standing, today: number): Standing {
  return before.state === 'trial' ? before : { ...before, sinceDay: today };
}

/** What is held stays held, while that to which it goes back moves on: who pays while suspended by the office comes back as one who paid. */
function heldOver(held: Extract<Standing, { readonly before: Standing }>, cause: Cause, today: number): Standing | null {
  const before = moved(held.before, cause, today);
  return before && { ...held, before };
}

function arrive(from: Standing, cause: Cause, to: Destination, today: number): Standing | null {
  switch (to) {
    case 'before':
      return 'before' in from ? backTo(from.before, today) : null;
    case 'held':
      return 'before' in from ? heldOver(from, cause, today) : null;
    case 'office':
      return { state: 'suspended', because: to, sinceDay: today, before: from };
    case 'trial-ended':
    case 'unpaid':
      return { state: 'suspended', because: to, sinceDay: today };
    case 'closed':
      return { state: 'closed', sinceDay: today, before: from };
    default:
      return { state: to, sinceDay: today };
  }
}

function moved(standing: Standing, cause: Cause, today: number): Standing | null {
  const row = rowFor(standing, cause);
  return row ? arrive(standing, cause, row.to, today) : null;
}

/** Whether a cause may move a company from where it stands. */
export function mayMove(standing: Standing, cause: Cause): boolean {
  return moved(standing, cause, standing.sinceDay) !== null;
}

/**
 * Where a cause takes a company.
 * @param today local day of the company, days since 1970-01-01
 * @throws AppError (conflict) LIFE.ILLEGAL_MOVE, with state and cause: nothing but the table moves a company
 */
export function move(standing: Standing, cause: Cause, today: number): Standing {
  const next = moved(standing, cause, today);
  if (!next) throw conflict('LIFE.ILLEGAL_MOVE', 'A company that stands so is not moved by this.', { state: standing.state, cause });
  return next;
}
