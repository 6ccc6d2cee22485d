// @ts-check
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { tryLock } from '../cli/process-lock.mjs';
import { unprivilegedAccount } from './account.mjs';
import { runnableBinaries } from './binaries.mjs';
import { newPassword, readRecord, withinFolder, writeRecord } from './cluster-record.mjs';
import { initialiseCluster } from './initialise.mjs';
import { endLeftovers, stopOrphan } from './orphan.mjs';
import { clusterLock, newClusterDir, systemRoot } from './place.mjs';
import { freePostgresPort } from './port.mjs';
import { canEnter } from './reach.mjs';
import { startServer } from './start-server.mjs';

/** @typedef {import('./account.mjs').Account} Account */
/** @typedef {import('./cluster-record.mjs').ClusterRecord} ClusterRecord */
/** @typedef {import('./server.mjs').Server} Server */

/**
 * @typedef {object} ClusterOptions
 * @property {string} dataDir The folder that keeps this cluster; one cluster a folder.
 * @property {(line: string) => void} [log] Takes PostgreSQL's own log lines.
 * @property {(line: string) => void} [say] Takes the few lines that a person should see.
 * @property {boolean} [isDurable] false trades safety at a power cut for speed: for tests.
 * @property {Record<string, string>} [settings] More server settings.
 *
 * @typedef {object} Cluster A PostgreSQL of our own, locked for this process, not yet running.
 * @property {string} clusterDir
 * @property {() => number} port
 * @property {(database: string) => string} superuserUrl
 * @property {(role: string, database: string) => Promise<string>} roleUrl With the role's password, made at its first use.
 * @property {(role: string) => Promise<string>} passwordOf
 * @property {() => Promise<Server>} start May be called again after its server ended; the port stays then.
 * @property {() => void} close Gives the cluster back, once its server is stopped.
 */

const SUPERUSER = 'postgres';

/**
 * Makes ready the cluster of a data folder: makes it at first, clears what a killed start left behind, finds a port.
 * @param {ClusterOptions} options
 * @returns {Promise<Cluster>}
 */
export async function openCluster({ dataDir, log = () => undefined, say = () => undefined, isDurable = true, settings = {} }) {
  mkdirSync(dataDir, { recursive: true });
  const folder = realpathSync(dataDir);
  const record = readRecord(folder) ?? { clusterDir: '', isInitialised: false, port: 0, passwords: {} };
  const { clusterDir, account } = await findPlace({ folder, record, isThrowAway: !isDurable, say });
  const lock = lockCluster(clusterDir);
  try {
    const keep = () => writeRecord(folder, record);
    const binaries = await runnableBinaries({ account, say, copyRoot: () => copyRoot(folder, account) });
    await stopOrphan(clusterDir, say);
    await ensureInitialised({ record, keep, clusterDir, account, initdb: binaries.initdb, isDurable });
    checkVersion(clusterDir, binaries.major);
    record.port = await freePostgresPort(record.port);
    await keep();
    const secrets = secretsOf(record, keep);
    const url = (/** @type {string} */ role, /** @type {string} */ password, /** @type {string} */ database) =>
      `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@127.0.0.1:${record.port}/${encodeURIComponent(database)}`;
    const changePort = async (/** @type {number} */ port) => {
      record.port = port;
      await keep();
    };
    let hasStarted = false;
    return {
      clusterDir,
      port: () => record.port,
      superuserUrl: (database) => url(SUPERUSER, record.passwords[SUPERUSER] ?? '', database),
      roleUrl: async (role, database) => url(role, await secrets.passwordOf(role), database),
      passwordOf: secrets.passwordOf,
      async start() {
        await endLeftovers(clusterDir);
        const server = await startServer({ clusterDir, account, binaries, port: record.port, isDurable, settings, log }, hasStarted ? undefined : changePort);
        hasStarted = true;
        return server;
      },
      close: lock.release,
    };
  } catch (failure) {
    lock.release();
    throw failure;
  }
}

/**
 * @param {{ folder: string, record: ClusterRecord, isThrowAway: boolean, say: (line: string) => void }} options
 * @returns {Promise<{ clusterDir: string, account: Account | null }>}
 */
async function findPlace({ folder, record, isThrowAway, say }) {
  const recorded = record.clusterDir === '' ? null : path.resolve(folder, record.clusterDir);
  if (recorded && isCluster(recorded)) return enteredPlace(recorded);
  if (recorded && record.isInitialised) {
    throw new Problem(`The database of ${folder} was in ${recorded} and is not there any more. Put it back, or remove ${path.join(folder, 'postgres.json')} to begin with an empty one.`);
  }
  const account = unprivilegedAccount();
  const isKept = recorded !== null && existsSync(path.dirname(recorded)) && canEnter(account, path.dirname(recorded));
  const clusterDir = isKept ? recorded : await newClusterDir({ dataDir: folder, account, isThrowAway, say });
  if (isCluster(clusterDir)) {
    throw new Problem(`${path.join(folder, 'postgres.json')}, which holds the passwords of the database in ${clusterDir}, is gone. Put it back, or move the database away to begin with an empty one.`);
  }
  record.clusterDir = withinFolder(folder, clusterDir);
  return { clusterDir, account };
}

/** @param {string} folder */
function isCluster(folder) {
  return existsSync(path.join(folder, 'PG_VERSION'));
}

/**
 * A cluster that is there, and whoever runs it.
 * @param {string} clusterDir
 * @returns {{ clusterDir: string, account: Account | null }}
 */
function enteredPlace(clusterDir) {
  const account = ownerAccount(clusterDir) ?? unprivilegedAccount();
  if (canEnter(account, path.dirname(clusterDir))) return { clusterDir, account };
  throw new Problem(`PostgreSQL runs as "${account?.name}", which cannot enter ${path.dirname(clusterDir)} any more. Let it in (chmod o+x on each folder above), or move the data folder.`);
}

/**
 * Root runs an existing cluster as whoever owns it, an ordinary user's included.
 * @param {string} clusterDir
 * @returns {Account | null}
 */
function ownerAccount(clusterDir) {
  const { uid, gid } = statSync(clusterDir);
  return process.getuid?.() === 0 && uid !== 0 ? { name: `user ${uid}`, uid, gid } : null;
}

/** @param {string} clusterDir */
function lockCluster(clusterDir) {
  const result = tryLock(clusterLock(clusterDir));
  if ('release' in result) return result;
  throw new Problem(`The database in ${clusterDir} is in use by another start (process ${result.pid}). Stop that one, or use another data folder (TENON_DATA_DIR).`);
}

/**
 * Beside the data when the account can be there, else among the system's folders.
 * @param {string} folder
 * @param {Account | null} account
 */
function copyRoot(folder, account) {
  return canEnter(account, folder) ? folder : systemRoot(account);
}

/** @param {{ record: ClusterRecord, keep: () => Promise<void>, clusterDir: string, account: Account | null, initdb: string, isDurable: boolean }} options */
async function ensureInitialised({ record, keep, clusterDir, account, initdb, isDurable }) {
  if (!existsSync(path.join(clusterDir, 'PG_VERSION'))) {
    const password = (record.passwords[SUPERUSER] ??= newPassword());
    await keep(); // first: a cluster whose password was lost is of no use
    await initialiseCluster({ clusterDir, account, initdb, password, isDurable });
  }
  if (record.isInitialised) return;
  record.isInitialised = true;
  await keep();
}

/**
 * @param {string} clusterDir
 * @param {number} major
 */
function checkVersion(clusterDir, major) {
  const made = Number(readFileSync(path.join(clusterDir, 'PG_VERSION'), 'utf8'));
  if (made === major) return;
  throw new Problem(
    `The database in ${clusterDir} was made by PostgreSQL ${made}; this Tenon brings PostgreSQL ${major}. ` +
      `Carry it over with pg_dump of ${made} and pg_restore, start the Tenon that made it, or use another data folder (TENON_DATA_DIR).`,
  );
}

/**
 * @param {ClusterRecord} record
 * @param {() => Promise<void>} keep
 */
function secretsOf(record, keep) {
  return {
    /** @param {string} role */
    async passwordOf(role) {
      const known = record.passwords[role];
      if (known) return known;
      const password = (record.passwords[role] = newPassword());
      await keep();
      return password;
    },
  };
}
