// @ts-check
import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Every file below `folder` whose name ends in `ending`, sorted, so that generated text does not depend on the file system's order.
 * @param {string} folder
 * @param {string} ending
 * @returns {string[]}
 */
export function filesBelow(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
