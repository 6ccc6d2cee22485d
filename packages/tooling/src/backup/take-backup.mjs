// @ts-check
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { writeFileAtomically } from '../cli/write-file-atomically.mjs';
import { readRecord } from '../postgres/cluster-record.mjs';
import { recordedRoleUrl } from '../postgres/index.mjs';
import { backupName, FORMAT, KEPT, PASSWORDS, RECORD, sha256Of } from './backup-file.mjs';
import { takeBaseBackup } from './base-backup.mjs';

/**
 * Backs a data folder up while its database runs: the cluster as it stands at one moment, its passwords and the platform's secret.
 * The folder gets its name once it is whole.
 * @param {object} wanted
 * @param {string} wanted.dataDir Its PostgreSQL is running.
 * @param {string} wanted.home Where backups go; made when it is not there.
 * @param {Date} [wanted.now]
 * @param {(bytes: number, ofBytes: number) => void} [wanted.onProgress]
 * @param {AbortSignal} [wanted.signal]
 * @returns {Promise<string>} The backup's folder.
 */
export async function takeBackup({ dataDir, home, now = new Date(), onProgress, signal }) {
  const record = readRecord(dataDir);
  const superuserUrl = recordedRoleUrl(dataDir, 'postgres', 'postgres');
  if (!record || !superuserUrl) throw new Problem(`The data folder ${dataDir} has no database of its own: one of DATABASE_URL is backed up by whoever runs it (docs/backup.md).`);
  const startedMs = performance.now();
  const folder = path.join(home, backupName(now));
  const draft = `${folder}.partial`;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  mkdirSync(draft, { mode: 0o700 });
  const { files, startLsn, endLsn } = await takeBaseBackup({ superuserUrl, folder: draft, ...(onProgress && { onProgress }), ...(signal && { signal }) });
  writeFileSync(path.join(draft, PASSWORDS), `${JSON.stringify(record.passwords, null, 2)}\n`, { mode: 0o600 });
  const kept = copyKept(dataDir, draft);
  /** @type {import('./backup-file.mjs').BackupRecord} */
  const backup = { format: FORMAT, tenon: versionOfTenon(), postgres: majorOf(dataDir, record.clusterDir), takenAt: now.toISOString(), startLsn, endLsn, sha256: {}, verifiedAt: null };
  for (const name of [...files, PASSWORDS, ...kept]) backup.sha256[name] = await sha256Of(path.join(draft, name));
  backup.tookMs = Math.round(performance.now() - startedMs);
  await writeFileAtomically(path.join(draft, RECORD), `${JSON.stringify(backup, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, folder);
  return folder;
}

/**
 * @param {string} dataDir
 * @param {string} folder
 */
function copyKept(dataDir, folder) {
  return KEPT.filter((name) => {
    try {
      writeFileSync(path.join(folder, name), readFileSync(path.join(dataDir, name)), { mode: 0o600 });
      return true;
    } catch (failure) {
      if (/** @type {NodeJS.ErrnoException} */ (failure).code === 'ENOENT') return false;
      throw failure;
    }
  });
}

/**
 * @param {string} dataDir
 * @param {string} clusterDir
 */
function majorOf(dataDir, clusterDir) {
  return Number(readFileSync(path.join(path.resolve(dataDir, clusterDir), 'PG_VERSION'), 'utf8'));
}

function versionOfTenon() {
  return String(JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')).version);
}
