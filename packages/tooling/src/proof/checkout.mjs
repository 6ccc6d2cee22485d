// @ts-check
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';

/** @typedef {import('../postgres/account.mjs').Account} Account */

/**
 * A home folder with a fresh clone of this repository in it, nothing installed, nothing built.
 * @param {{ home: string, commit?: string, account?: Account | null, mode?: number }} options
 * @returns {string} The clone.
 */
export function freshClone({ home, commit = 'HEAD', account = null, mode = 0o755 }) {
  mkdirSync(home, { recursive: true });
  const clone = path.join(home, 'tenon');
  // The commit is looked up here: in a clone, HEAD and its like would be another's.
  const { stdout } = mustRun('git', ['rev-parse', '--verify', `${commit}^{commit}`], REPOSITORY);
  mustRun('git', ['clone', '--quiet', '--no-hardlinks', REPOSITORY, clone], home);
  mustRun('git', ['checkout', '--quiet', stdout.trim()], clone);
  if (account) mustRun('chown', ['-R', `${account.uid}:${account.gid}`, home], '/');
  chmodSync(home, mode);
  return clone;
}

/**
 * What this checkout has installed and built before, copied, when the clone asks for the same packages: for a proof that is about something else.
 * @param {string} clone
 */
export function copyPackages(clone) {
  const lockOf = (/** @type {string} */ folder) => mustRun('sha256sum', ['package-lock.json'], folder).stdout;
  if (lockOf(clone) !== lockOf(REPOSITORY)) return;
  // Workspaces have packages of their own where versions differ.
  const found = mustRun('find', ['.', '-name', 'node_modules', '-prune', '-print', '-o', '-path', './.turbo', '-prune', '-print'], REPOSITORY).stdout.trim().split('\n');
  for (const folder of found) mustRun('cp', ['-a', path.join(REPOSITORY, folder), path.dirname(path.join(clone, folder))], '/');
  mustRun('chown', ['-R', '--reference', clone, clone], '/');
}

/**
 * A data folder of the proof's own.
 * @param {string} folder
 * @param {Account | null} [account]
 */
export function dataFolder(folder, account = null) {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  chmodSync(folder, statSync(folder).mode | 0o711);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function mustRun(program, args, cwd) {
  const result = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (result.status !== 0) throw new Problem(`${program} ${args.join(' ')} failed.`, { lines: (result.stderr ?? String(result.error)).trim().split('\n') });
  return result;
}
