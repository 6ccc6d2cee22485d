/** What every HTTP door has. */
export * from './health.js';
export * from './patience.js';
