/** Words every part of Tenon shares: ids, money, time, errors. Imports nothing. */
export * from './errors.js';
export * from './ids.js';
export * from './money.js';
export * from './time.js';
