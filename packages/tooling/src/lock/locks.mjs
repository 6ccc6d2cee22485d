// @ts-check

/** The lock files of this repository: of what is always installed, of what only the journeys need, of what only the benchmark of pages needs. */
export const LOCKS = ['package-lock.json', 'e2e/package-lock.json', 'bench/page/package-lock.json'];
