// @ts-check
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../../cli/repository.mjs';

const ROOTS = ['apps', 'packages', 'e2e'];
/** Installed or built; code that is generated beside the sources is theirs. */
const MADE = /^(node_modules|dist|bundle|coverage|artifacts|\.next.*|\.turbo|\.swc|\.cache)$/;
/** Packages of Tenon are read from their sources under this condition of their `exports`. */
const SOURCE = 'tenon-source';

export const isTypeScript = (/** @type {string} */ file) => /\.tsx?$/.test(file);
const isLinked = (/** @type {string} */ name) => (isTypeScript(name) && !name.endsWith('.d.ts')) || name.endsWith('.json');

/**
 * @typedef {object} Sources
 * @property {ReadonlyMap<string, number>} changedAt When each file that a test may load was changed, by its path from the repository.
 * @property {ReadonlyMap<string, string>} packages The file behind each name by which Tenon's packages are imported.
 * @property {readonly string[]} installed Folders of npm packages that only one of ours has.
 */

/**
 * What tests are made of, as it stands.
 * @returns {Sources}
 */
export function findSources() {
  /** @type {Map<string, number>} */
  const changedAt = new Map();
  /** @type {Map<string, string>} */
  const packages = new Map();
  /** @type {string[]} */
  const installed = [];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(path.join(REPOSITORY, folder), { withFileTypes: true })) {
      const inside = `${folder}/${entry.name}`;
      if (entry.name === 'node_modules') installed.push(inside);
      if (entry.isDirectory() && !MADE.test(entry.name)) walk(inside);
      if (entry.name === 'package.json') for (const [name, file] of namesOf(folder)) packages.set(name, file);
      else if (entry.isFile() && isLinked(entry.name)) changedAt.set(inside, statSync(path.join(REPOSITORY, inside)).mtimeMs);
    }
  };
  ROOTS.forEach(walk);
  return { changedAt, packages, installed };
}

/**
 * @param {string} folder
 * @returns {[name: string, file: string][]}
 */
function namesOf(folder) {
  const { name, exports = {} } = JSON.parse(readFileSync(path.join(REPOSITORY, folder, 'package.json'), 'utf8'));
  return Object.entries(exports).map(([subpath, target]) => [path.posix.join(name, subpath), path.posix.join(folder, typeof target === 'string' ? target : (target[SOURCE] ?? target.default))]);
}
