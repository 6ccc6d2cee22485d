// @ts-check
import { chmod, lstat, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';

/**
 * npm packages cannot hold symbolic links, so the build lists its library links in a file for an install script to make.
 * Install scripts are off here; this does the same, and makes the programs executable where an archive lost their mode.
 * @param {string} nativeFolder
 */
export async function hydrateNative(nativeFolder) {
  for (const link of await listedLinks(nativeFolder)) await makeLink(path.dirname(nativeFolder), link);
  for (const program of ['initdb', 'postgres', 'pg_ctl']) await makeExecutable(path.join(nativeFolder, 'bin', program));
}

/** @typedef {{ source: string, target: string }} ListedLink Both relative to the package: `native/lib/libpq.so.5.18`. */

/**
 * @param {string} nativeFolder
 * @returns {Promise<readonly ListedLink[]>}
 */
async function listedLinks(nativeFolder) {
  try {
    return JSON.parse(await readFile(path.join(nativeFolder, 'pg-symlinks.json'), 'utf8'));
  } catch (failure) {
    if (/** @type {NodeJS.ErrnoException} */ (failure).code === 'ENOENT') return [];
    throw failure;
  }
}

/**
 * @param {string} packageFolder
 * @param {ListedLink} link
 */
async function makeLink(packageFolder, { source, target }) {
  const link = path.join(packageFolder, target);
  try {
    await symlink(path.relative(path.dirname(target), source), link);
  } catch (failure) {
    const isThere = await lstat(link).then(() => true, () => false);
    if (!isThere) throw failure;
  }
}

/** @param {string} program */
async function makeExecutable(program) {
  const found = await stat(program).catch(() => null);
  if (found && (found.mode & 0o555) !== 0o555) await chmod(program, found.mode | 0o555);
}
