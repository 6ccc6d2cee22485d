// @ts-check
import { parseArgs } from 'node:util';
import { Problem } from '../cli/problem.mjs';

/** What `npm run backup -- --help` prints. */
export const HELP = `Backs the platform up, running or stopped: its database as it stands at one moment, and the secrets of its data folder.

  npm run backup

  --to <folder>   where backups go (BACKUP_DIR, else the data folder's name with "-backups")
  --keep <n>      afterwards remove all but the newest n good ones (nothing is removed without it)
  --unverified    do not restore it and read it through
  --help          this text

Each backup is a folder of its own. Whoever has it has everything: keep it as you keep the data folder, on another machine.
While it runs, npm start backs up by itself (BACKUP_EVERY_HOURS, BACKUP_KEEP). To restore: npm run restore -- --help
A database that DATABASE_URL names is backed up by whoever runs it: docs/backup.md.
`;

/**
 * @typedef {object} BackupOptions
 * @property {boolean} isHelp
 * @property {string | null} to
 * @property {number | null} keep
 * @property {boolean} isVerified
 * @property {boolean} isScheduled Run by the platform: what it needs is there.
 */

/**
 * @param {readonly string[]} args
 * @returns {BackupOptions}
 */
export function parseBackupArguments(args) {
  const { values } = parse([...args]);
  if (values.keep !== undefined && !/^[1-9]\d{0,3}$/.test(values.keep)) throw new Problem(`--keep takes a number from 1 to 9999, not "${values.keep}".`);
  return {
    isHelp: values.help ?? false,
    to: values.to ?? null,
    keep: values.keep === undefined ? null : Number(values.keep),
    isVerified: !values.unverified,
    isScheduled: values.scheduled ?? false,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean', short: 'h' }, to: { type: 'string' }, keep: { type: 'string' }, unverified: { type: 'boolean' }, scheduled: { type: 'boolean' } } });
  } catch (cause) {
    throw new Problem(`${/** @type {Error} */ (cause).message.split('. To specify')[0]}. Try: npm run backup -- --help`, { cause });
  }
}
