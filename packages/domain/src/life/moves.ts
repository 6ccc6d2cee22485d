import type { LifeState, Suspension } from './standing.js';

/** What moves a company on; each is told by exactly one of those who may. */
export const CAUSES = [
  'plan-chosen',
  'trial-ended',
  'invoice-overdue',
  'paid',
  'left-unpaid',
  'office-suspended',
  'office-resumed',
  'left-suspended',
  'owner-closed',
  'owner-reopened',
  'cooling-off-over',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Who tells a cause: the owner, the office, money that came, or the platform as days pass. */
export const CAUSE_TOLD_BY: Readonly<Record<Cause, 'owner' | 'office' | 'payment' | 'days'>> = {
  'plan-chosen': 'owner',
  'trial-ended': 'days',
  'invoice-overdue': 'days',
  paid: 'payment',
  'left-unpaid': 'days',
  'office-suspended': 'office',
  'office-resumed': 'office',
  'left-suspended': 'days',
  'owner-closed': 'owner',
  'owner-reopened': 'owner',
  'cooling-off-over': 'days',
};

/** Where a move leads: to a state; back to where the company stood `before`; or nowhere, `held`, while what it goes back to moves on. */
export type Destination = Exclude<LifeState, 'suspended'> | Suspension | 'before' | 'held';

/** One row of the table; `because` narrows a suspension. */
export interface Move {
  readonly from: LifeState;
  readonly because?: Suspension;
  readonly cause: Cause;
  readonly to: Destination;
}

/** Every legal move of a company's life. What is not here is refused. */
export const MOVES: readonly Move[] = [
  { from: 'trial', cause: 'plan-chosen', to: 'active' },
  { from: 'trial', cause: 'trial-ended', to: 'trial-ended' },
  { from: 'trial', cause: 'office-suspended', to: 'office' },
  { from: 'trial', cause: 'owner-closed', to: 'closed' },

  { from: 'active', cause: 'invoice-overdue', to: 'past-due' },
  { from: 'active', cause: 'office-suspended', to: 'office' },
  { from: 'active', cause: 'owner-closed', to: 'closed' },

  { from: 'past-due', cause: 'paid', to: 'active' },
  { from: 'past-due', cause: 'left-unpaid', to: 'unpaid' },
  { from: 'past-due', cause: 'office-suspended', to: 'office' },
  { from: 'past-due', cause: 'owner-closed', to: 'closed' },

  { from: 'suspended', because: 'trial-ended', cause: 'plan-chosen', to: 'active' },
  { from: 'suspended', because: 'trial-ended', cause: 'left-suspended', to: 'closed' },
  { from: 'suspended', because: 'trial-ended', cause: 'office-suspended', to: 'office' },
  { from: 'suspended', because: 'trial-ended', cause: 'owner-closed', to: 'closed' },
  { from: 'suspended', because: 'unpaid', cause: 'paid', to: 'active' },
  { from: 'suspended', because: 'unpaid', cause: 'left-suspended', to: 'closed' },
  { from: 'suspended', because: 'unpaid', cause: 'office-suspended', to: 'office' },
  { from: 'suspended', because: 'unpaid', cause: 'owner-closed', to: 'closed' },
  // No passing of days closes what the office suspended: the company cannot mend it.
  { from: 'suspended', because: 'office', cause: 'office-resumed', to: 'before' },
  { from: 'suspended', because: 'office', cause: 'paid', to: 'held' },
  { from: 'suspended', because: 'office', cause: 'owner-closed', to: 'closed' },

  { from: 'closed', cause: 'owner-reopened', to: 'before' },
  { from: 'closed', cause: 'paid', to: 'held' },
  { from: 'closed', cause: 'cooling-off-over', to: 'erased' },
];
