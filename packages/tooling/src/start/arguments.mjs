// @ts-check
import { parseArgs } from 'node:util';
import { Problem } from '../cli/problem.mjs';

/**
 * @typedef {object} StartOptions
 * @property {boolean} isHelp
 * @property {boolean} isDev Watch mode.
 * @property {boolean | null} isDemo null: not said.
 * @property {boolean} isBuildForced
 * @property {boolean} isInstallSkipped
 */

/**
 * What `npm start -- …` was asked for.
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function parseArguments(args) {
  const { values } = parse([...args]);
  if (values.demo && values['no-demo']) throw new Problem('--demo and --no-demo contradict each other.');
  return {
    isHelp: values.help ?? false,
    isDev: values.dev ?? false,
    isDemo: values['no-demo'] ? false : (values.demo ?? null),
    isBuildForced: values.rebuild ?? false,
    isInstallSkipped: values['no-install'] ?? false,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        dev: { type: 'boolean' },
        demo: { type: 'boolean' },
        'no-demo': { type: 'boolean' },
        rebuild: { type: 'boolean' },
        'no-install': { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new Problem(`${/** @type {Error} */ (cause).message.split('. To specify')[0]}. Try: npm start -- --help`, { cause });
  }
}
