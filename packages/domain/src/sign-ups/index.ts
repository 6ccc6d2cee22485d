/** Sign-ups that a person should look at: what about them asks for it, and where their review stands. */
export * from './disposable-domains.js';
export * from './like-names.js';
export * from './review.js';
export * from './rules.js';
export * from './signals.js';
