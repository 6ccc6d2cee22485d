// @ts-check
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { workspacePackages } from '../cli/workspace.mjs';

/**
 * @typedef {object} Sources
 * @property {string} folder The package's.
 * @property {string} from What is compiled to its `dist`.
 */

/** Runs as it is. */
const UNCOMPILED = '@tenon/tooling';
/** Its pages are built by Next. */
const PORTAL = '@tenon/app-portal';

/** Packages that are compiled: all but the tooling. */
export const compiledPackages = () => workspacePackages(REPOSITORY).filter(({ name }) => name !== UNCOMPILED);

/**
 * @param {{ name: string, folder: string }} workspacePackage
 * @returns {Sources}
 */
export function sourcesOf({ name, folder }) {
  return { folder, from: path.join(folder, 'src', ...(name === PORTAL ? ['server'] : [])) };
}

const COMPILED = /\.tsx?$/;
const LEFT_OUT = /\.(test\.tsx?|d\.ts)$/;

/** @param {Sources} sources */
export function sourceFiles({ from }) {
  const names = /** @type {string[]} */ (readdirSync(from, { recursive: true }));
  return names.filter((name) => COMPILED.test(name) && !LEFT_OUT.test(name)).map((name) => path.join(from, name));
}
