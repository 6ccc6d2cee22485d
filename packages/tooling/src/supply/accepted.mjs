// @ts-check

/**
 * Advisories about packages of ours that do not reach us, each with the reason, and the day from which it is looked at anew.
 * @type {readonly import('./advisories.mjs').Acceptance[]}
 */
export const ACCEPTED = [];
