// @ts-check
import { spawnSync } from 'node:child_process';

/** @typedef {import('./account.mjs').Account} Account */

/**
 * How to spawn as an account; nothing for the user himself.
 * @param {Account | null} account
 */
export function spawnAs(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/**
 * Whether the account can enter a folder. Tried, not computed: modes, access lists and mount options all have a say.
 * @param {Account | null} account
 * @param {string} folder
 */
export function canEnter(account, folder) {
  if (account === null) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { cwd: '/', stdio: 'ignore', ...spawnAs(account) }).status === 0;
}

/**
 * What PostgreSQL's server program calls itself when the account runs it, or null when it cannot.
 * @param {Account | null} account
 * @param {string} postgres
 * @returns {string | null} For example `postgres (PostgreSQL) 18.4`.
 */
export function versionLine(account, postgres) {
  const { status, stdout } = spawnSync(postgres, ['--version'], { cwd: '/', encoding: 'utf8', windowsHide: true, ...spawnAs(account) });
  return status === 0 ? stdout.trim() : null;
}
