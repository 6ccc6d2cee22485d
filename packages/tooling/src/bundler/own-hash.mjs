// @ts-check
/** What stands for `@apollo/utils.createhash` in a bundle: there it does not find Node.js' own hashing, and would do its own in JavaScript at every request. */
export { createHash } from 'node:crypto';
