// @ts-check
import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthMark, isAlive } from './process-identity.mjs';
import { sleep } from './sleep.mjs';

/**
 * @typedef {object} Lock
 * @property {() => void} release Gives it back; doing so twice is harmless.
 *
 * @typedef {object} LockHolder
 * @property {number} pid
 * @property {string} birthMark
 */

/**
 * Takes a lock that a dead process cannot hold: the file names its owner, and an owner that is gone is pushed aside.
 * @param {string} file
 * @returns {Lock | LockHolder} The lock, or who holds it.
 */
export function tryLock(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, birthMark: birthMark(process.pid) }));
  try {
    for (;;) {
      const holder = linkOrHolder(draft, file);
      if (holder === null) return heldLock(file);
      if (isHolding(holder)) return holder;
      pushAside(file, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Takes the lock, waiting while a living process holds it.
 * @param {string} file
 * @param {{ onWait?: (holder: LockHolder) => void, signal?: AbortSignal }} [options]
 * @returns {Promise<Lock>}
 */
export async function waitForLock(file, { onWait, signal } = {}) {
  for (let turn = 0; ; turn += 1) {
    const result = tryLock(file);
    if ('release' in result) return result;
    if (turn === 0) onWait?.(result);
    await sleep(200, signal);
    signal?.throwIfAborted();
  }
}

/**
 * link() is the one file call that is both atomic and refuses to overwrite, with the content already in place.
 * @param {string} draft
 * @param {string} file
 * @returns {LockHolder | null} null when the lock is ours.
 */
function linkOrHolder(draft, file) {
  try {
    linkSync(draft, file);
    return null;
  } catch (failure) {
    if (errorCode(failure) === 'EEXIST') return readHolder(file);
    if (!WITHOUT_LINKS.has(errorCode(failure))) throw failure;
  }
  try {
    copyFileSync(draft, file, constants.COPYFILE_EXCL);
    return null;
  } catch (failure) {
    if (errorCode(failure) === 'EEXIST') return readHolder(file);
    throw failure;
  }
}

/** What file systems without hard links answer. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** @param {unknown} failure */
function errorCode(failure) {
  return /** @type {NodeJS.ErrnoException} */ (failure).code ?? '';
}

/**
 * Who is named in a lock file.
 * @param {string} file
 * @returns {LockHolder} pid 0 when the file is gone or unreadable.
 */
export function readHolder(file) {
  try {
    const { pid, birthMark: mark } = JSON.parse(readFileSync(file, 'utf8'));
    return { pid: Number(pid) || 0, birthMark: String(mark ?? '') };
  } catch {
    return { pid: 0, birthMark: '' };
  }
}

/** @param {LockHolder} holder */
export function isHolding(holder) {
  return isAlive(holder.pid) && (holder.birthMark === '' || holder.birthMark === birthMark(holder.pid));
}

/**
 * Two starts may find the same dead owner: whoever moved a living lock away by mistake puts it back.
 * @param {string} file
 * @param {LockHolder} dead
 */
function pushAside(file, dead) {
  const aside = `${file}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved.pid !== dead.pid || moved.birthMark !== dead.birthMark) putBack(aside, file);
  rmSync(aside, { force: true });
}

/**
 * @param {string} aside
 * @param {string} file
 */
function putBack(aside, file) {
  try {
    linkSync(aside, file);
  } catch {
    // A third process was quicker; the one we moved will find it held.
  }
}

/**
 * @param {string} file
 * @returns {Lock}
 */
function heldLock(file) {
  const release = () => {
    process.removeListener('exit', release);
    if (readHolder(file).pid === process.pid) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return { release };
}
