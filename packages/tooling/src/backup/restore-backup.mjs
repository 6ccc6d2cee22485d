// @ts-check
import { chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { unprivilegedAccount } from '../postgres/account.mjs';
import { readRecord, withinFolder, writeRecord } from '../postgres/cluster-record.mjs';
import { newClusterDir } from '../postgres/place.mjs';
import { KEPT, PASSWORDS, readBackup, sha256Of } from './backup-file.mjs';
import { unpackCluster } from './unpack-cluster.mjs';

/**
 * Makes a data folder of a backup. The database is not started: its first start plays the log that came with it.
 * @param {object} wanted
 * @param {string} wanted.backup The backup's folder.
 * @param {string} wanted.dataDir Holds no database.
 * @param {boolean} [wanted.isThrowAway] It is removed again when it was looked at.
 * @param {(line: string) => void} [wanted.say]
 * @throws {Problem} When the folder has a database, or anything of the backup is not what was written.
 */
export async function restoreBackup({ backup, dataDir, isThrowAway = false, say = () => undefined }) {
  const { sha256 } = readBackup(backup);
  if (readRecord(dataDir)) throw new Problem(`The data folder ${dataDir} has a database already. Name another one (TENON_DATA_DIR), or set this one aside: --set-aside.`);
  await checkFiles(backup, sha256);
  mkdirSync(dataDir, { recursive: true });
  const clusterDir = await placeCluster({ backup, dataDir, isThrowAway, say });
  for (const name of KEPT.filter((each) => sha256[each])) copyFileSync(path.join(backup, name), path.join(dataDir, name));
  const passwords = JSON.parse(readFileSync(path.join(backup, PASSWORDS), 'utf8'));
  await writeRecord(dataDir, { clusterDir: withinFolder(dataDir, clusterDir), isInitialised: true, port: 0, passwords });
}

/**
 * @param {string} backup
 * @param {Record<string, string>} sums
 */
async function checkFiles(backup, sums) {
  for (const [name, sum] of Object.entries(sums)) {
    if (!existsSync(path.join(backup, name))) throw new Problem(`The backup ${backup} is not whole: ${name} is missing.`);
    if ((await sha256Of(path.join(backup, name))) !== sum) throw new Problem(`The backup ${backup} is damaged: ${name} is not what was written.`);
  }
}

/**
 * Unpacks the cluster beside its place, and moves it there whole.
 * @param {{ backup: string, dataDir: string, isThrowAway: boolean, say: (line: string) => void }} options
 * @returns {Promise<string>}
 */
async function placeCluster({ backup, dataDir, isThrowAway, say }) {
  const account = unprivilegedAccount();
  const clusterDir = await newClusterDir({ dataDir, account, isThrowAway, say });
  const draft = `${clusterDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  await unpackCluster({ archive: path.join(backup, 'base.tar.gz'), manifest: readFileSync(path.join(backup, 'backup_manifest'), 'utf8'), folder: draft, account, isDurable: !isThrowAway });
  renameSync(draft, clusterDir);
  return clusterDir;
}
