// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { environment } from '../../packages/tooling/src/cli/env.mjs';
import { CACHE_FOLDER } from '../../packages/tooling/src/cli/repository.mjs';

const FOLDER = path.join(CACHE_FOLDER, 'peers');

/**
 * Where a program of a Debian package is: installed, or fetched by apt and unpacked beside what tooling keeps, so that nothing of the system changes.
 * Nothing where neither can be.
 * @param {string} packageName
 * @param {string} program
 * @returns {string | undefined}
 */
export function debianProgram(packageName, program) {
  const onPath = (environment()['PATH'] ?? '').split(path.delimiter).map((folder) => path.join(folder, program)).find(existsSync);
  if (onPath) return onPath;
  const folder = path.join(FOLDER, packageName);
  const unpacked = path.join(folder, 'usr', 'bin', program);
  if (!existsSync(unpacked)) unpack(packageName, folder);
  return existsSync(unpacked) ? unpacked : undefined;
}

/** @param {string} packageName @param {string} folder */
function unpack(packageName, folder) {
  mkdirSync(folder, { recursive: true });
  const run = (/** @type {string} */ command, /** @type {string[]} */ ...args) => spawnSync(command, args, { cwd: folder, stdio: 'ignore' });
  run('apt-get', 'download', packageName);
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.deb'));
  if (file) run('dpkg-deb', '-x', file, '.');
}
