import type { TwoCompanies } from './two-companies.js';

/** One operation called with what is A's, by somebody of B. */
export interface Probe {
  /** The operation's text. */
  readonly by: (companies: TwoCompanies) => string;
  /** The code that B must be told; null where it does what is asked, with B's own alone. */
  readonly says: string | null;
}

/** Probes by the operation's name, `Query.device`. */
export type Probes = Readonly<Record<string, Probe>>;

/** Operations that name nothing of another company, by name: what they show B is B's own, and a stranger nothing. */
export type OwnOnly = Readonly<Record<string, string>>;
