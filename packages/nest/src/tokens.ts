/** Injection token of the process's {@link Log}. */
export const LOG = Symbol('log');
