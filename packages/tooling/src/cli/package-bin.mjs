// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './repository.mjs';

/**
 * The script behind a package's command, by what the package itself says: the links in `node_modules/.bin` are no scripts on Windows.
 * @param {string} packageName
 * @param {string} [command]
 */
export function packageBin(packageName, command = packageName) {
  const folder = path.join(REPOSITORY, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}
