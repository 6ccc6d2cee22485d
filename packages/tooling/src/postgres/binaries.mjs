// @ts-check
import { randomBytes } from 'node:crypto';
import { chmod, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { nativePackage } from './native-package.mjs';
import { hydrateNative } from './native-symlinks.mjs';
import { versionLine } from './reach.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/**
 * @typedef {object} Binaries
 * @property {string} initdb
 * @property {string} postgres
 * @property {string} pgCtl
 * @property {number} major PostgreSQL's major version: 18.
 */

/**
 * Programs that the account can really run: those in node_modules, or a copy where it can reach one.
 * @param {{ account: Account | null, copyRoot: () => string, say: (line: string) => void }} options
 *   `copyRoot`: the folder for a copy, asked for only when one is needed.
 * @returns {Promise<Binaries>}
 */
export async function runnableBinaries({ account, copyRoot, say }) {
  const { folder, label } = nativePackage();
  const canChange = await hydrateNative(folder).then(() => true, () => false);
  const inPlace = canChange ? binariesIn(folder, account) : null;
  if (inPlace) return inPlace;
  const copy = path.join(copyRoot(), `postgresql-${label}`);
  const earlier = binariesIn(copy, account);
  if (earlier) return earlier;
  say(`PostgreSQL's programs are copied to ${copy}: ${account ? `"${account.name}" cannot reach` : 'they cannot run in'} ${folder}.`);
  await copyNative(folder, copy);
  const copied = binariesIn(copy, account);
  if (copied) return copied;
  throw new Problem(
    `The bundled PostgreSQL does not run here (${copy}/bin/postgres). It needs glibc on Linux; ` +
      'on another system, or where no folder allows programs to run, set DATABASE_URL to a PostgreSQL 16 or newer.',
  );
}

/**
 * @param {string} folder
 * @param {Account | null} account
 * @returns {Binaries | null} null when the account cannot run them.
 */
function binariesIn(folder, account) {
  const program = (/** @type {string} */ name) => path.join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  const major = Number(/(\d+)/.exec(versionLine(account, program('postgres')) ?? '')?.[1] ?? 0);
  return major > 0 ? { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major } : null;
}

/**
 * Copies beside the goal and renames, so that a copy is whole or not there, however many starts run at once.
 * @param {string} from
 * @param {string} to
 */
async function copyNative(from, to) {
  const draft = `${to}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const native = path.join(draft, 'native');
  await mkdir(draft, { recursive: true });
  try {
    await cp(from, native, { recursive: true, verbatimSymlinks: true });
    await hydrateNative(native);
    await makeReadable(native);
    await rename(native, to).catch(() => undefined); // another start was quicker
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * An install under a strict umask leaves files for their owner only, and copies inherit that.
 * @param {string} folder
 */
async function makeReadable(folder) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { mode } = await stat(file);
    await chmod(file, entry.isDirectory() || (mode & 0o100) !== 0 ? 0o755 : 0o644);
  }
}
