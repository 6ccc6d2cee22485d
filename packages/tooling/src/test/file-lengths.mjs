// @ts-check
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';

/** What people write and read. Generated files are not kept in Git. */
const CODE = /\.(ts|tsx|mjs|cjs|css|sql|prisma|graphql)$/;

/** Lines a file may have: half of the files, 95 of a hundred, the longest. Small files keep one idea each. */
export const LENGTH_LIMITS = { median: 60, p95: 160, longest: 400 };

/**
 * @typedef {object} FileLengths
 * @property {number} files
 * @property {number} median
 * @property {number} p95
 * @property {number} longest
 * @property {string} longestFile
 */

/**
 * @param {readonly { readonly file: string, readonly lines: number }[]} files At least one.
 * @returns {FileLengths}
 */
export function lengthsOf(files) {
  const sorted = [...files].sort((a, b) => a.lines - b.lines);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { files: sorted.length, median: at(0.5)?.lines ?? 0, p95: at(0.95)?.lines ?? 0, longest: at(1)?.lines ?? 0, longestFile: at(1)?.file ?? '' };
}

/** The lengths of all code of this checkout that Git keeps. */
export function measureFiles() {
  const listed = execFileSync('git', ['ls-files'], { cwd: REPOSITORY, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 }).split('\n');
  const code = listed.filter((file) => CODE.test(file) && existsSync(path.join(REPOSITORY, file)));
  return lengthsOf(code.map((file) => ({ file, lines: readFileSync(path.join(REPOSITORY, file), 'utf8').split('\n').length - 1 })));
}

/**
 * @param {FileLengths} lengths
 * @returns {readonly string[]} What is over its limit.
 */
export function tooLong(lengths) {
  return /** @type {const} */ (['median', 'p95', 'longest']).filter((name) => lengths[name] > LENGTH_LIMITS[name]).map((name) => `${name}: ${lengths[name]} lines, at most ${LENGTH_LIMITS[name]}`);
}
