// @ts-check
import { parseArgs } from 'node:util';
import { Problem } from '../cli/problem.mjs';

/**
 * @typedef {object} ReplayOptions
 * @property {boolean} isHelp
 * @property {string} file
 * @property {string} token Empty in a dry run that names none.
 * @property {string | null} host
 * @property {number | null} port
 * @property {4 | 5} protocol
 * @property {import('./readings.mjs').FileRules} rules
 * @property {string} delimiter
 * @property {number} batchRows
 * @property {number} window
 * @property {boolean} isResume
 * @property {boolean} isDryRun
 */

const TEXT = /** @type {const} */ ({ type: 'string' });
const FLAG = /** @type {const} */ ({ type: 'boolean' });
const OPTIONS = {
  file: TEXT,
  token: TEXT,
  host: TEXT,
  port: TEXT,
  protocol: TEXT,
  'time-column': TEXT,
  'time-format': TEXT,
  'time-zone': TEXT,
  'midnight-ends-day': FLAG,
  column: { ...TEXT, multiple: /** @type {const} */ (true) },
  delimiter: TEXT,
  batch: TEXT,
  window: TEXT,
  resume: FLAG,
  'dry-run': FLAG,
  help: { ...FLAG, short: 'h' },
};
/** What one message may hold, and a little less than MQTT 5 counts at once. */
const MOST_ROWS = 1_000;
const MOST_MESSAGES = 65_000;

/**
 * What `npm run replay -- …` was asked for.
 * @param {readonly string[]} args
 * @returns {ReplayOptions}
 * @throws {Problem} with every fault
 */
export function parseArguments(args) {
  const values = parse([...args]);
  const isHelp = values.help ?? false;
  const isDryRun = values['dry-run'] ?? false;
  /** @type {string[]} */
  const faults = [];
  const number = (/** @type {string} */ name, /** @type {string | undefined} */ text, /** @type {number} */ most) => {
    if (text !== undefined && !(/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most)) faults.push(`--${name} is a number from 1 to ${most}, not "${text}".`);
    return text === undefined ? null : Number(text);
  };
  const protocol = values.protocol ?? '5';
  if (!isHelp) faults.push(...missing(values, isDryRun), ...contradictions(values));
  if (protocol !== '5' && protocol !== '4') faults.push('--protocol is 5, or 4 for MQTT 3.1.1.');
  const options = {
    isHelp,
    isDryRun,
    file: values.file ?? '',
    token: values.token ?? '',
    host: values.host ?? null,
    port: number('port', values.port, 65_535),
    protocol: /** @type {4 | 5} */ (Number(protocol)),
    rules: rulesOf(values),
    delimiter: values.delimiter === '\\t' ? '\t' : (values.delimiter ?? ','),
    batchRows: number('batch', values.batch, MOST_ROWS) ?? 100,
    window: number('window', values.window, MOST_MESSAGES) ?? 64,
    isResume: values.resume ?? false,
  };
  if (faults.length > 0) throw new Problem([...faults, 'Try: npm run replay -- --help'].join('\n'));
  return options;
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (cause) {
    throw new Problem(`${/** @type {Error} */ (cause).message.split('. To specify')[0]}\nTry: npm run replay -- --help`, { cause });
  }
}

/** @typedef {ReturnType<typeof parse>} Values */

/**
 * @param {Values} values
 * @param {boolean} isDryRun
 */
function missing(values, isDryRun) {
  return [
    ...(values.file ? [] : ['--file is missing: the CSV file to replay.']),
    ...(values.token || isDryRun ? [] : ["--token is missing: the machine's access token, shown when it was added."]),
  ];
}

/** @param {Values} values */
function contradictions(values) {
  const isUnix = values['time-format']?.startsWith('unix') ?? false;
  return [
    ...(isUnix && values['midnight-ends-day'] ? ['--midnight-ends-day says nothing of times that are numbers since 1970.'] : []),
    ...((values.delimiter ?? ',').replace('\\t', '\t').length === 1 ? [] : ['--delimiter is one character, or \\t.']),
  ];
}

/**
 * @param {Values} values
 * @returns {import('./readings.mjs').FileRules}
 */
function rulesOf(values) {
  return {
    timeColumn: values['time-column'] ?? null,
    stamps: {
      format: values['time-format'] ?? 'iso',
      timeZone: values['time-zone'] ?? 'Asia/Shanghai',
      isMidnightEnd: values['midnight-ends-day'] ?? false,
    },
    columns: (values.column ?? []).map(wantedColumn),
  };
}

/**
 * `name` or `name=key`; the last equals sign counts, for names that hold one.
 * @param {string} text
 * @returns {import('./columns.mjs').WantedColumn}
 */
function wantedColumn(text) {
  const at = text.lastIndexOf('=');
  return at < 0 ? { name: text.trim(), key: text.trim() } : { name: text.slice(0, at).trim(), key: text.slice(at + 1).trim() };
}
