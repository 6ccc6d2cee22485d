/** Leaving: what a company takes along, how one sees that it is whole, and what is erased once it is gone. */
export * from './bundle-check.js';
export * from './certificate.js';
export * from './erase-plan.js';
export * from './export-state.js';
export * from './file-name.js';
export * from './key-verdict.js';
export * from './manifest.js';
export * from './readme.js';
export * from './records.js';
