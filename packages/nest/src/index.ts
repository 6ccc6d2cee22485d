/** How a Nest app becomes a Tenon app: the guard that denies by default, the actor, coded errors, pages. */
export * from './api-key-resolver.js';
export * from './core.module.js';
export * from './decorators.js';
export * from './graphql-errors.js';
export * from './http-error.filter.js';
export * from './impersonator-door.js';
export * from './page.js';
export * from './permission.guard.js';
export * from './principal.js';
export * from './request-context.js';
export * from './schedule.js';
export * from './together.js';
export * from './tokens.js';
