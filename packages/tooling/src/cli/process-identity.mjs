// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Whether a process with this number exists (of any user).
 * @param {number} pid
 */
export function isAlive(pid) {
  return isNumberInUse(pid) && !isZombie(pid);
}

/**
 * Whether the system still counts this number, be it for a dead process that nobody has collected.
 * @param {number} pid
 */
export function isNumberInUse(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return /** @type {NodeJS.ErrnoException} */ (failure).code === 'EPERM';
  }
}

/**
 * A mark that tells this process from a later one with the same number: numbers are used again, and soon in a container.
 * @param {number} pid
 * @returns {string} Empty where the system does not tell.
 */
export function birthMark(pid) {
  try {
    if (process.platform === 'linux') return `${bootId()}:${statFields(pid)[19] ?? ''}`;
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}

/** @param {number} pid */
function isZombie(pid) {
  if (process.platform !== 'linux') return false;
  try {
    return statFields(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

/**
 * The fields after the command's name, which stands in parentheses and may hold anything.
 * @param {number} pid
 */
function statFields(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function bootId() {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
