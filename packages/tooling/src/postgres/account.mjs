// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Problem } from '../cli/problem.mjs';

/**
 * Who PostgreSQL runs as. It refuses to run as root, so root hands it to an account without rights.
 * @typedef {{ name: string, uid: number, gid: number }} Account
 */

const OWN_NAME = 'tenon-postgres';
/** Accounts to fall back on, in order: a dedicated one of the system's own PostgreSQL, macOS's, and the one of nobody. */
const EXISTING_NAMES = ['postgres', '_postgres', 'nobody'];

/**
 * The account for a root that starts PostgreSQL; null for everyone else, who runs it as himself.
 * An account of our own comes first: a system's own `postgres` must not be able to touch our data, nor we its.
 * @returns {Account | null}
 */
export function unprivilegedAccount() {
  if (process.getuid?.() !== 0) return null;
  const account = findAccount(OWN_NAME) ?? createdAccount() ?? EXISTING_NAMES.map(findAccount).find((found) => found !== null);
  if (account) return account;
  throw new Problem(
    'PostgreSQL refuses to run as root, and no other account could be made or found. Start as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * An account of the system by its name; never root itself.
 * @param {string} name
 * @returns {Account | null}
 */
function findAccount(name) {
  const listed = findInPasswd(passwd(), name);
  if (listed) return listed;
  const uid = numberFrom('id', ['-u', name]);
  const gid = numberFrom('id', ['-g', name]);
  return uid && gid !== null ? { name, uid, gid } : null;
}

/**
 * @param {string} text The content of /etc/passwd.
 * @param {string} name
 * @returns {Account | null}
 */
export function findInPasswd(text, name) {
  const fields = text.split('\n').map((line) => line.split(':')).find(([found]) => found === name);
  const uid = Number(fields?.[2]);
  const gid = Number(fields?.[3]);
  return uid > 0 && gid >= 0 ? { name, uid, gid } : null;
}

function passwd() {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {number | null}
 */
function numberFrom(program, args) {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : null;
}

/** Debian, Fedora and most have useradd; Alpine's BusyBox has adduser; a slim image may have neither. */
function createdAccount() {
  const noLogin = ['--home-dir', '/nonexistent', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  const attempts = [
    { program: 'useradd', args: ['--system', '--user-group', ...noLogin, '--comment', 'Tenon embedded PostgreSQL', OWN_NAME] },
    { program: 'adduser', args: ['-S', '-D', '-H', '-s', '/sbin/nologin', OWN_NAME] },
  ];
  attempts.some(({ program, args }) => spawnSync(program, args, { stdio: 'ignore' }).status === 0);
  return findAccount(OWN_NAME); // looked up whatever came of it: another start may have been quicker
}
