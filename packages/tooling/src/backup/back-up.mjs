// @ts-check
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { withCluster } from '../commands/reach-database.mjs';
import { DATABASE } from '../start/database.mjs';
import { prune } from './backup-file.mjs';
import { takeBackup } from './take-backup.mjs';
import { verifyBackup } from './verify-backup.mjs';

/**
 * The whole of `npm run backup`.
 * @param {{ options: import('./arguments.mjs').BackupOptions, config: import('../start/config.mjs').StartConfig, terminal: import('../cli/terminal.mjs').Terminal }} context
 */
export async function backUp({ options, config, terminal }) {
  const { dataDir, databaseUrl, backups } = config;
  if (databaseUrl) throw new Problem('The database is the one that DATABASE_URL names: whoever runs it backs it up. docs/backup.md says how, to any moment.');
  const home = options.to === null ? backups.home : path.resolve(options.to);
  const step = terminal.step('Backup');
  const backup = await withCluster({ dataDir, terminal }, () => takeBackup({ dataDir, home, onProgress: (bytes, of) => step.note(share(bytes, of)) })).catch((failure) => {
    step.fail('not taken');
    throw failure;
  });
  step.done(backup);
  if (options.isVerified) await verify(backup, terminal);
  const keep = options.keep ?? (options.isScheduled ? backups.keep : null);
  if (keep === null) return;
  for (const removed of prune(home, keep)) terminal.say(`  removed ${removed}`);
}

/**
 * @param {string} backup
 * @param {import('../cli/terminal.mjs').Terminal} terminal
 */
async function verify(backup, terminal) {
  const step = terminal.step('Verification');
  step.note('restoring it to read it through');
  try {
    const { tables, rows, indexes } = await verifyBackup({ backup, database: DATABASE });
    step.done(`restored; ${rows.toLocaleString('en')} rows of ${tables} tables read, ${indexes} indexes hold`);
  } catch (failure) {
    step.fail('it cannot be relied on');
    throw failure;
  }
}

/**
 * @param {number} bytes
 * @param {number} ofBytes An estimate, which the log that comes along may exceed.
 */
function share(bytes, ofBytes) {
  return `${Math.min(99, Math.floor((bytes / Math.max(1, ofBytes)) * 100))} % of ${Math.max(1, Math.round(ofBytes / 1e6))} MB`;
}
