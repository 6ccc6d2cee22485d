import { CONSEQUENCES, type Consequences } from './consequences.js';
import { LIFE_STATES, type LifeState } from './standing.js';

/** The states in which something is let be, for those who ask the database for companies. */
export function statesThat(what: Exclude<keyof Consequences, 'reads'>): readonly LifeState[] {
  return LIFE_STATES.filter((state) => CONSEQUENCES[state][what]);
}
