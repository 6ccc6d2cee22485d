/** Words every part of Tenon shares: ids, money, time, errors, domain names. Imports nothing. */
export * from './domain-names.js';
export * from './errors.js';
export * from './ids.js';
export * from './instant-text.js';
export * from './money.js';
export * from './time.js';
