// @ts-check
import { parseArgs } from 'node:util';
import { Problem } from '../cli/problem.mjs';

/** What `npm run restore -- --help` prints. */
export const HELP = `Makes the platform's data folder out of a backup. The platform must be stopped.

  npm run restore                        the newest backup
  npm run restore -- --from <folder>     this one

  --set-aside   rename the data folder that is there, and keep it; without this nothing that is there is touched
  --help        this text

Every file is held against what was written before anything is put in place. Then: npm start
`;

/**
 * @typedef {object} RestoreOptions
 * @property {boolean} isHelp
 * @property {string | null} from
 * @property {boolean} isSetAside
 */

/**
 * @param {readonly string[]} args
 * @returns {RestoreOptions}
 */
export function parseRestoreArguments(args) {
  try {
    const { values } = parseArgs({ args: [...args], options: { help: { type: 'boolean', short: 'h' }, from: { type: 'string' }, 'set-aside': { type: 'boolean' } } });
    return { isHelp: values.help ?? false, from: values.from ?? null, isSetAside: values['set-aside'] ?? false };
  } catch (cause) {
    throw new Problem(`${/** @type {Error} */ (cause).message.split('. To specify')[0]}. Try: npm run restore -- --help`, { cause });
  }
}
