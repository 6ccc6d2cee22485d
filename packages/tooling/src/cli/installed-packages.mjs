// @ts-check

/**
 * @typedef {{ version?: string, optional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether what npm notes in `node_modules/.package-lock.json` is what `package-lock.json` asks for, so that an install made
 * by hand is not made again. Optional packages may be missing: they are for other machines.
 * @param {LockFile} wanted
 * @param {LockFile} installed
 */
export function isInstalled(wanted, installed) {
  const have = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([folder, locked]) => {
    if (!folder.includes('node_modules/')) return true; // a workspace's own folder
    const found = have[folder];
    if (!found) return Boolean(locked.optional || locked.peer);
    return found.version === locked.version;
  });
}
