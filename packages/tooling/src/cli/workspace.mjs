// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name
 * @property {string} folder
 * @property {readonly string[]} dependencies Names of other packages of the workspace.
 * @property {Record<string, string>} scripts
 */

const PARENTS = ['apps', 'packages', 'packages/modules'];

/**
 * The packages of this checkout.
 * @param {string} repository
 * @returns {readonly WorkspacePackage[]}
 */
export function workspacePackages(repository) {
  const folders = PARENTS.flatMap((parent) => readdirSync(path.join(repository, parent)).map((name) => path.join(repository, parent, name)));
  return folders.filter((folder) => existsSync(path.join(folder, 'package.json'))).map((folder) => {
    const { name, dependencies = {}, scripts = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    return { name, folder, scripts, dependencies: Object.keys(dependencies).filter((wanted) => wanted.startsWith('@tenon/')) };
  });
}

/**
 * Who must be restarted when a package changes: everyone that reaches it through dependencies, and itself.
 * @param {readonly WorkspacePackage[]} packages
 * @param {string} changed
 * @returns {ReadonlySet<string>}
 */
export function dependentsOf(packages, changed) {
  const reached = new Set([changed]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { name, dependencies } of packages) {
      if (dependencies.some((wanted) => reached.has(wanted))) reached.add(name);
    }
  }
  return reached;
}
