import type { LifeState } from './standing.js';

/** What a state lets be. */
export interface Consequences {
  /** What people and programs may read: everything; only the way out (export, invoices, reopening); nothing. */
  readonly reads: 'all' | 'exit' | 'nothing';
  /** Whether they may change anything beside paying, choosing a plan, and leaving. */
  readonly writes: boolean;
  /** Whether machines are let in; what came before is computed to its end, and nothing after. */
  readonly takesTelemetry: boolean;
  /** Whether fees and overage run up. */
  readonly bills: boolean;
  /** Whether a plan may be changed for another; choosing the first, or the one with which to come back, is a move. */
  readonly changesPlan: boolean;
}

/** What each state lets be. A company that is late is not stopped: its machines run on for the days in which it can still pay. */
export const CONSEQUENCES: Readonly<Record<LifeState, Consequences>> = {
  trial: { reads: 'all', writes: true, takesTelemetry: true, bills: false, changesPlan: false },
  active: { reads: 'all', writes: true, takesTelemetry: true, bills: true, changesPlan: true },
  'past-due': { reads: 'all', writes: true, takesTelemetry: true, bills: true, changesPlan: false },
  suspended: { reads: 'all', writes: false, takesTelemetry: false, bills: false, changesPlan: false },
  closed: { reads: 'exit', writes: false, takesTelemetry: false, bills: false, changesPlan: false },
  erased: { reads: 'nothing', writes: false, takesTelemetry: false, bills: false, changesPlan: false },
};
