/** What is on for some companies and not for others: the flags there are, and for whom each is on. */
export * from './registry.js';
export * from './share.js';
export * from './standing.js';
