// @ts-check
import path from 'node:path';
import { backupsIn, readBackup } from '../backup/backup-file.mjs';
import { restoreBackup } from '../backup/restore-backup.mjs';
import { Problem } from '../cli/problem.mjs';
import { claimDataFolder } from '../start/data-folder.mjs';
import { setAside } from './set-aside.mjs';

/**
 * The whole of `npm run restore`.
 * @param {{ options: import('./arguments.mjs').RestoreOptions, config: import('../start/config.mjs').StartConfig, terminal: import('../cli/terminal.mjs').Terminal }} context
 */
export async function restore({ options, config: { dataDir, databaseUrl, backups }, terminal }) {
  if (databaseUrl) throw new Problem('The database is the one that DATABASE_URL names: whoever runs it restores it (docs/backup.md).');
  const backup = options.from === null ? backupsIn(backups.home)[0] : path.resolve(options.from);
  if (backup === undefined) throw new Problem(`There is no backup in ${backups.home}. Name one: npm run restore -- --from <folder>`);
  const { takenAt, tenon } = readBackup(backup);
  // Held while the folder is looked at: a platform that runs on it keeps it.
  const lock = await claimDataFolder({ dataDir, onWait: terminal.say });
  try {
    if (options.isSetAside) await setAside({ dataDir, say: terminal.say });
    const step = terminal.step('Restore');
    step.note(`${backup}, of ${takenAt}`);
    await restoreBackup({ backup, dataDir, say: terminal.say }).catch((failure) => {
      step.fail('nothing was put in place');
      throw failure;
    });
    step.done(`${dataDir} is as of ${takenAt} (Tenon ${tenon}). Start it: npm start`);
  } finally {
    lock.release();
  }
}
