/** What every HTTP door has. */
export * from './health.js';
export * from './let-go-when-closing.js';
export * from './patience.js';
