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
/** The highest port, what one message may hold, and a little less than MQTT 5 counts at once. */
const MOST = { port: 65_535, batch: 1_000, window: 65_000 };
/** @typedef {keyof typeof MOST} NumberName */
const NUMBERS = /** @type {NumberName[]} */ (Object.keys(MOST));

/**
 * What `npm run replay -- …` was asked for.
 * @param {readonly string[]} args
 * @returns {ReplayOptions}
 * @throws {Problem} with every fault
 */
export function parseArguments(args) {
  const values = parse([...args]);
  const faults = [...(values.help ? [] : [...missing(values), ...contradictions(values)]), ...NUMBERS.flatMap((name) => numberFaults(name, values[name]))];
  if (!/^[45]$/.test(protocolOf(values))) faults.push('--protocol is 5, or 4 for MQTT 3.1.1.');
  if (faults.length > 0) throw new Problem([...faults, 'Try: npm run replay -- --help'].join('\n'));
  return optionsOf(values);
}

/**
 * @param {Values} values without faults
 * @returns {ReplayOptions}
 */
function optionsOf(values) {
  const number = (/** @type {NumberName} */ name) => (values[name] === undefined ? null : Number(values[name]));
  return {
    ...{ isHelp: values.help === true, isDryRun: values['dry-run'] === true, isResume: values.resume === true },
    ...{ file: values.file ?? '', token: values.token ?? '', host: values.host ?? null, port: number('port') },
    protocol: /** @type {4 | 5} */ (Number(protocolOf(values))),
    rules: rulesOf(values),
    delimiter: delimiterOf(values),
    batchRows: number('batch') ?? 100,
    window: number('window') ?? 64,
  };
}

/** @param {Values} values */
function protocolOf(values) {
  return values.protocol ?? '5';
}

/** A shell passes `\\t` on as two characters. @param {Values} values */
function delimiterOf(values) {
  return values.delimiter === '\\t' ? '\t' : (values.delimiter ?? ',');
}

/**
 * @param {NumberName} name
 * @param {string | undefined} text
 */
function numberFaults(name, text) {
  const most = MOST[name];
  const isFine = text === undefined || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= most);
  return isFine ? [] : [`--${name} is a number from 1 to ${most}, not "${text}".`];
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

/** @param {Values} values */
function missing(values) {
  return [
    ...(values.file ? [] : ['--file is missing: the CSV file to replay.']),
    ...(values.token || values['dry-run'] ? [] : ["--token is missing: the machine's access token, shown when it was added."]),
  ];
}

/** @param {Values} values */
function contradictions(values) {
  const isUnix = values['time-format']?.startsWith('unix') ?? false;
  return [
    ...(isUnix && values['midnight-ends-day'] ? ['--midnight-ends-day says nothing of times that are numbers since 1970.'] : []),
    ...(delimiterOf(values).length === 1 ? [] : ['--delimiter is one character, or \\t.']),
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
