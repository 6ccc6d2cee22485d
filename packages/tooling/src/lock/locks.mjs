// @ts-check

/** The lock files of this repository. */
export const LOCKS = ['package-lock.json', 'e2e/package-lock.json'];
