import type { ImpersonatorActor, Origin, StaffActor, StaffRole, UserActor } from '@tenon/domain/identity';
import type { Place } from '@tenon/domain/life';
import type { TenantId } from '@tenon/kernel';

/** A look of somebody of the office at a company, as its people see it. */
export interface Impersonation {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly companyName: string;
  /** What for. */
  readonly reason: string;
  readonly mayWrite: boolean;
  readonly beganAt: Date;
  /** From then on it is over, whoever says so. */
  readonly endsAt: Date;
}

/** Who a request comes from, in every part they may play. */
export interface Principal {
  readonly userId: string;
  readonly email: string;
  readonly name: string;
  /** Whether it was shown that the address is theirs. */
  readonly isEmailVerified: boolean;
  /** The session they are known by, since when, and the company at whose provider they signed in; null where it was by a means of their own. */
  readonly session: { readonly id: string; readonly startedAt: Date; readonly ssoCompanyId: string | null };
  /** Where they ask from; absent where nothing is changed. */
  readonly origin?: Origin;
  /** The person in their current company, if they belong to one; somebody of the office in the company that they look at. */
  readonly user: UserActor | ImpersonatorActor | null;
  /** The look of somebody of the office at a company, while it lasts. */
  readonly impersonation?: Impersonation;
  /** Where that company stands, which decides what is left of what they may do. */
  readonly place: Place | null;
  /** Their role in the platform office. */
  readonly staffRole: StaffRole | null;
  /** The person in the platform office, if they work there. */
  readonly staff: StaffActor | null;
  readonly hasSecondFactor: boolean;
  /** Where one is demanded that they do not have; there they may do nothing. */
  readonly lacksSecondFactor: { readonly company: boolean; readonly office: boolean };
  /** Whether their company opens only by its single sign-on, and their session came by another way; there they may do nothing. */
  readonly lacksSingleSignOn: boolean;
}

/** Headers by which a caller is known. */
export interface CallerHeaders {
  readonly cookie?: string | undefined;
  /** Where a program sends its key. It goes before a cookie. */
  readonly authorization?: string | undefined;
  readonly 'user-agent'?: string | undefined;
}

/** Sets cookies on the answer to whoever asks. */
export type KeepCookies = (cookies: readonly string[]) => void;

/** Finds out who is asking; the identity module provides it. */
export abstract class PrincipalResolver {
  /**
   * Null when nobody is signed in.
   * @param keepCookies by which a session in use is prolonged; a caller that cannot keep cookies gives none, and prolongs nothing
   */
  abstract resolve(headers: CallerHeaders, keepCookies?: KeepCookies): Promise<Principal | null>;
}
