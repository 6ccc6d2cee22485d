// @ts-check
import { parseArgs } from 'node:util';
import { Problem } from '../cli/problem.mjs';

/** The steps of `npm test`, in their order. */
export const STEPS = /** @type {const} */ (['static', 'unit', 'integration', 'e2e', 'slow']);
/** Run only when they are asked for, at night and after a change of what they are about. */
const BY_WISH = new Set(['slow']);

/** @typedef {(typeof STEPS)[number]} StepName */

/**
 * @typedef {object} TestOptions
 * @property {boolean} isHelp
 * @property {readonly StepName[]} steps
 * @property {readonly string[]} patterns Handed on to Jest: parts of the paths of the tests to run.
 */

/** What `npm test -- --help` prints. */
export const HELP = `Checks everything: static (types, lint, import rules, dead code), unit, integration, e2e (a real browser).

  npm test                           all but what is slow
  npm test -- --only unit,e2e        some steps
  npm test -- --only unit energy     tests whose path holds "energy"
  npm test -- --only slow            what runs nightly: the engine of migrations, every dialog and colour scheme,
                                     every page in each language and on each screen, every journey in each language

It installs, generates and builds what it needs, and has its own ports and data: it may run beside "npm start".
`;

/**
 * @param {readonly string[]} args
 * @returns {TestOptions}
 */
export function parseTestArguments(args) {
  const { values, positionals } = parse([...args]);
  const wanted = values.only?.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = wanted?.filter((name) => !STEPS.some((step) => step === name)) ?? [];
  if (unknown.length > 0 || wanted?.length === 0) throw new Problem(`--only takes ${STEPS.join(', ')}, with commas between; not "${unknown.join(',')}".`);
  return { isHelp: values.help ?? false, steps: STEPS.filter((step) => wanted?.includes(step) ?? !BY_WISH.has(step)), patterns: positionals };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', short: 'h' }, only: { type: 'string' } } });
  } catch (cause) {
    throw new Problem(`${/** @type {Error} */ (cause).message.split('. To specify')[0]}. Try: npm test -- --help`, { cause });
  }
}
