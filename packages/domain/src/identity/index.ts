/** Who acts, and what they may do. */
export * from './actor.js';
export * from './can.js';
export * from './roles.js';
export * from './password.js';
