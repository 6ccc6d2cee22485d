/** Injection token of the configured better-auth. */
export const AUTH = Symbol('auth');
