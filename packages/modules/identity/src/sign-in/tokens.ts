/** Injection token of the configured better-auth. */
export const AUTH = Symbol('auth');
/** Injection token of the connections that take the role tenon_auth. */
export const AUTH_POOL = Symbol('auth pool');
