/**
 * A company's life, from its trial to its erasure: one table of legal moves, what each state lets be, what the company is told, and
 * which days bring a move by themselves. Pure: days are local days of the company since 1970-01-01, and time is passed in.
 */
export { CONSEQUENCES, type Consequences } from './consequences.js';
export { type AwaitedMove, awaitedMove, COOLING_OFF_DAYS, dueCause, PAST_DUE_DAYS, SUSPENDED_DAYS, TRIAL_DAYS } from './due-move.js';
export { type Halt, haltOf, permissionsLeft } from './halt.js';
export { mayMove, move } from './move.js';
export { type Cause, CAUSE_TOLD_BY, CAUSES, type Destination, type Move, MOVES } from './moves.js';
export { type LifeNotice, noticeDue, noticesOf } from './notices.js';
export { LIFE_STATES, type LifeState, newStanding, type Place, placeOf, type Standing, SUSPENSIONS, type Suspension } from './standing.js';
export { statesThat } from './states-that.js';
