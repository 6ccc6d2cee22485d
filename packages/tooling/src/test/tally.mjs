// @ts-check
import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {{ passed: number, failed: number, skipped: number, failures?: readonly string[] }} Tally `failures`: those that have a name.
 *
 * @typedef {object} JestReport What of Jest's JSON report is counted.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {number} numRuntimeErrorTestSuites
 * @property {readonly { readonly name: string, readonly status: string, readonly message: string, readonly assertionResults: readonly TestReport[] }[]} testResults
 *
 * @typedef {{ readonly fullName: string, readonly status: string, readonly failureMessages?: readonly (string | null)[] }} TestReport
 */

/** Of what a failure says, the beginning tells most; the whole of it stands where it happened. */
const SAID = 300;

/** @type {Tally} */
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return tallies.reduce((total, one) => ({ passed: total.passed + one.passed, failed: total.failed + one.failed, skipped: total.skipped + one.skipped, failures: [...(total.failures ?? []), ...(one.failures ?? [])] }), NOTHING);
}

/**
 * A run of Jest as numbers. What its numbers do not show counts as one failure: a file that could not be loaded, a run that
 * broke off before it reported, an exit code that says failed although no test did.
 * @param {JestReport | null} report
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOf(report, exitCode) {
  if (report === null) return { ...NOTHING, failed: 1 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The last line of `npm test`; programs read it, so it says this and nothing else.
 * @param {Tally} tally
 */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * One step in numbers.
 * @param {Tally} tally
 */
export const stepLine = (tally) => `${closingLine(tally)}${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`;

/**
 * What a run of Jest left out, by its titles: they say why, and Jest prints none of them where it runs many files.
 * @param {JestReport | null} report
 * @returns {readonly string[]}
 */
export function skippedTitles(report) {
  const isSkipped = (/** @type {{ status: string }} */ { status }) => status === 'pending' || status === 'todo';
  return report?.testResults.flatMap(({ assertionResults }) => assertionResults.filter(isSkipped).map(({ fullName }) => fullName)) ?? [];
}

/**
 * What failed: where, which test, and how its complaint begins; those of one file with one complaint in one line. Said again at the end of a run, whose
 * beginning is far up or cut off by then.
 * @param {JestReport | null} report
 * @returns {readonly string[]}
 */
export function failures(report) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = name.split(/[\\/]/).slice(-1)[0];
    /** @type {Map<string, string[]>} */
    const titles = new Map();
    for (const { fullName, failureMessages } of assertionResults.filter((test) => test.status === 'failed')) {
      const complaint = brief(failureMessages?.[0] ?? '');
      titles.set(complaint, [...(titles.get(complaint) ?? []), fullName]);
    }
    // A file that could not be loaded, or what came after its last test.
    if (titles.size === 0) return status === 'failed' ? [`${file}: ${brief(message)}`] : [];
    return [...titles].map(([complaint, [first, ...more]]) => `${file}: ${first}${more.length > 0 ? ` and ${more.length} more` : ''}: ${complaint}`);
  });
}

const brief = (/** @type {string} */ text) => stripVTControlCharacters(text).replaceAll(/\s+/g, ' ').trim().slice(0, SAID);
