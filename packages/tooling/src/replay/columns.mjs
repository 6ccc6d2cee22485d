// @ts-check
import { Problem } from '../cli/problem.mjs';

/**
 * Which columns of a file are sent, and as what.
 * @typedef {object} ColumnPlan
 * @property {number} timeIndex
 * @property {readonly Column[]} columns
 * @property {number} width Cells that a row must have.
 *
 * @typedef {object} Column
 * @property {number} index
 * @property {string} name In the file.
 * @property {string} key The metric's name.
 *
 * @typedef {{ name: string, key: string }} WantedColumn
 */

const LONGEST_KEY = 128;

/**
 * @param {readonly string[]} header
 * @param {{ timeColumn: string | null, wanted: readonly WantedColumn[] }} choice `wanted` empty: every column.
 * @returns {ColumnPlan}
 * @throws {Problem} a column that is not there, and everything else that is wrong with them
 */
export function planColumns(header, { timeColumn, wanted }) {
  const timeIndex = timeColumn === null ? 0 : header.indexOf(timeColumn);
  const all = header.map((name) => ({ name, key: name })).filter((_, index) => index !== timeIndex);
  const columns = (wanted.length > 0 ? wanted : all).map(({ name, key }) => ({ index: header.indexOf(name), name, key }));
  const faults = [
    ...(header.some((name) => name.includes('\uFFFD')) ? ['The file is not in UTF-8. Convert it first, for example: iconv -f GBK -t UTF-8'] : []),
    ...(timeIndex < 0 ? [notThere(timeColumn ?? '', header)] : []),
    ...columns.filter(({ index }) => index < 0).map(({ name }) => notThere(name, header)),
    ...(columns.length === 0 ? ['There is no column beside the times.'] : []),
    ...columns.filter(({ key }) => !isKey(key)).map(({ key }) => `"${key}" is no name for a metric: it has 1 to ${LONGEST_KEY} characters, none of them a control character.`),
    ...columns.filter(({ key }, index) => columns.findIndex((other) => other.key === key) < index).map(({ key }) => `Two columns are to be the metric "${key}". Name them apart: --column name=key`),
  ];
  if (faults.length > 0) throw new Problem([...new Set(faults)].join('\n'));
  return { timeIndex, columns, width: header.length };
}

/** @param {string} key */
function isKey(key) {
  return key.length >= 1 && key.length <= LONGEST_KEY && key !== '__proto__' && !/\p{Cc}/u.test(key);
}

/**
 * @param {string} name
 * @param {readonly string[]} header
 */
function notThere(name, header) {
  return `There is no column "${name}". The file has: ${header.join(', ')}`;
}
