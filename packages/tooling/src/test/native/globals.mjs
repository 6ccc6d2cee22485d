// @ts-check
/** What `@jest/globals` stands for: jest-circus makes these anew for each file, and importers see the present ones. */
/** @typedef {typeof import('@jest/globals')} Globals */

/** @type {Globals['expect']} */
export let expect;
/** @type {Globals['it']} */
export let it;
/** @type {Globals['test']} */
export let test;
/** @type {Globals['describe']} */
export let describe;
/** @type {Globals['beforeAll']} */
export let beforeAll;
/** @type {Globals['beforeEach']} */
export let beforeEach;
/** @type {Globals['afterAll']} */
export let afterAll;
/** @type {Globals['afterEach']} */
export let afterEach;

/** @type {Globals['jest']} */
export let jest;

/** @param {Globals} globals Those of the test file that is about to be loaded. */
export function take(globals) {
  ({ expect, it, test, describe, beforeAll, beforeEach, afterAll, afterEach, jest } = globals);
}
