// @ts-check

/** Folders that the portal's pages may be built into, the usual one first. */
export const PAGE_BUILDS = ['.next', '.next-b', '.next-c'];

/**
 * Which folder to build the pages into: one that is current needs no build; else one that nobody serves, for pages that change
 * under a running portal break in the browsers that look at them. That is how `npm test` stands beside a running `npm start`.
 * @param {{ isCurrent: (folder: string) => boolean, served: ReadonlySet<string> }} state
 * @returns {string}
 */
export function choosePageBuild({ isCurrent, served }) {
  const free = PAGE_BUILDS.filter((folder) => !served.has(folder));
  return PAGE_BUILDS.find(isCurrent) ?? free[0] ?? `.next-${process.pid}`;
}
