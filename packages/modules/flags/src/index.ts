/** What is on for some companies: what other modules ask, and what they put before their doors. */
export { FeatureFlags } from './application/feature-flags.js';
export { BehindFlag } from './flag.guard.js';
