/** What people of a company are told of: the kinds, who is told, by which ways, and in which words. */
export * from './announcement.js';
export * from './kinds.js';
export * from './preferences.js';
export * from './receivers.js';
export * from './words.js';
