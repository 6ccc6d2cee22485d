import type { StaffActor, StaffRole, UserActor } from '@tenon/domain/identity';

/** Who a request comes from, in every part they may play. */
export interface Principal {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  /** The person in their current company, if they belong to one. */
  readonly user: UserActor | null;
  /** Whether that company is suspended, which leaves them only what reads. */
  readonly isSuspended: boolean;
  /** Their role in the platform office. */
  readonly staffRole: StaffRole | null;
  /** The person in the platform office, if they work there. */
  readonly staff: StaffActor | null;
}

/** Headers by which a caller is known. */
export interface CallerHeaders {
  readonly cookie?: string | undefined;
}

/** Finds out who is asking; the identity module provides it. */
export abstract class PrincipalResolver {
  /** Null when nobody is signed in. */
  abstract resolve(headers: CallerHeaders): Promise<Principal | null>;
}
