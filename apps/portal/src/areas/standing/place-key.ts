import type { LifeState } from '@tenon/domain/life';
import type { SuspensionCause, TenantState } from '../../generated/documents';

/** A place in a company's life, as answers name it. */
export interface ShownPlace {
  readonly state: TenantState;
  readonly because?: SuspensionCause | null;
}

/** A place in one word, under which its texts stand. */
export type PlaceKey = Exclude<TenantState, 'SUSPENDED'> | `SUSPENDED_${SuspensionCause}`;

export function placeKey({ state, because }: ShownPlace): PlaceKey {
  return state === 'SUSPENDED' ? `SUSPENDED_${because ?? 'OFFICE'}` : state;
}

/** The state as the table of consequences names it. */
export function lifeState(state: TenantState): LifeState {
  return state.toLowerCase().replace('_', '-') as Lowercase<Exclude<TenantState, 'PAST_DUE'>> | 'past-due';
}

/** Where one goes to change where the company stands; null where nobody of the company can, or one is there. */
export function wayForward(place: ShownPlace): 'plan' | 'invoices' | null {
  const key = placeKey(place);
  if (key === 'TRIAL' || key === 'SUSPENDED_TRIAL_ENDED') return 'plan';
  return key === 'PAST_DUE' || key === 'SUSPENDED_UNPAID' ? 'invoices' : null;
}
