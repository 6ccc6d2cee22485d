/** Injection token of the configured better-auth. */
export const AUTH = Symbol('auth');
/** Injection token of the connections that take the role tenon_auth. */
export const AUTH_POOL = Symbol('auth pool');
/** Injection token of the {@link OfficePolicy}. */
export const OFFICE_POLICY = Symbol('office policy');

/** What is asked of the platform's own staff. */
export interface OfficePolicy {
  readonly demandsSecondFactor: boolean;
}
