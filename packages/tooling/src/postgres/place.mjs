// @ts-check
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { isHolding, readHolder } from '../cli/process-lock.mjs';
import { stopOrphan } from './orphan.mjs';
import { canEnter } from './reach.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/**
 * The lock of a cluster stands beside its files, so that two data folders that name one cluster cannot both start it.
 * @param {string} clusterDir
 */
export const clusterLock = (clusterDir) => `${clusterDir}.lock`;

/** Where root keeps what its unprivileged account cannot reach at home; the last resort is the folder for temporary files. */
const SYSTEM_ROOTS = ['/var/lib/tenon', '/usr/local/var/tenon'];

/**
 * Where a new cluster goes: into the data folder, or, when the account cannot enter that, to a place of the system.
 * @param {{ dataDir: string, account: Account | null, isThrowAway: boolean, say: (line: string) => void }} wanted
 *   `isThrowAway`: the folder is a temporary one and may be opened a crack, so that removing it removes all.
 * @returns {Promise<string>} The folder for PostgreSQL's files, its parent existing.
 */
export async function newClusterDir({ dataDir, account, isThrowAway, say }) {
  if (isThrowAway && !canEnter(account, dataDir)) chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  if (canEnter(account, dataDir)) return path.join(dataDir, 'postgres');
  const root = systemRoot(account);
  const home = path.join(root, homeName(dataDir));
  await setAside(home, say);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o755); // whatever the umask
  writeFileSync(path.join(home, 'README'), `The PostgreSQL data of the Tenon data folder ${dataDir}, which its account cannot enter.\n`);
  say(`The database is kept in ${home}: PostgreSQL cannot run as root, and "${account?.name}" cannot enter ${dataDir}.`);
  return path.join(home, 'postgres');
}

/**
 * A folder of root's that the account can enter and nobody else can write to.
 * @param {Account | null} account
 * @returns {string}
 */
export function systemRoot(account) {
  const found = SYSTEM_ROOTS.find((folder) => isUsable(folder, account));
  if (found) return found;
  const temporary = mkdtempSync(path.join(tmpdir(), 'tenon-'));
  chmodSync(temporary, 0o755);
  if (canEnter(account, temporary)) return temporary;
  throw new Problem(`"${account?.name}" can enter none of ${[...SYSTEM_ROOTS, tmpdir()].join(', ')}. Start as an ordinary user, or set DATABASE_URL.`);
}

/**
 * @param {string} folder
 * @param {Account | null} account
 */
function isUsable(folder, account) {
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    return isOwnedByUs(folder) && canEnter(account, folder);
  } catch {
    return false;
  }
}

/** @param {string} folder */
function isOwnedByUs(folder) {
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.();
}

/**
 * One place for one data folder, the same at every start.
 * @param {string} dataDir
 */
function homeName(dataDir) {
  return createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 16);
}

/**
 * The data folder was removed, but its database was not: whoever did so wants to begin anew, and may still want the old one.
 * @param {string} home
 * @param {(line: string) => void} say
 */
async function setAside(home, say) {
  const clusterDir = path.join(home, 'postgres');
  if (!existsSync(path.join(clusterDir, 'PG_VERSION'))) return;
  if (isHolding(readHolder(clusterLock(clusterDir)))) throw new Problem(`The database in ${home} is in use by another start, though its data folder was removed. Stop that one first.`);
  await stopOrphan(clusterDir, say);
  const aside = `${home}-${new Date().toISOString().replaceAll(/[^0-9]/g, '').slice(0, 14)}`;
  renameSync(home, aside);
  say(`The database of a removed data folder was set aside in ${aside}; delete it when you do not need it.`);
}
