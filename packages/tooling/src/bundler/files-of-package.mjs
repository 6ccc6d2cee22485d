// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';

/** What Node never asks for. */
const UNUSED = /\.(md|d\.ts|d\.cts|d\.mts|map|cc|h|gyp)$|(^|[/\\])(src|install)[/\\]/;

/**
 * Every file of a package and of what it depends on, of the optional ones those that are installed: the halves of this platform.
 * @param {string} name
 * @param {Set<string>} [seen]
 * @returns {{ name: string, from: string }[]} Each by its name within `node_modules`, and where it lies.
 */
export function filesOfPackage(name, seen = new Set()) {
  const folder = path.join(REPOSITORY, 'node_modules', name);
  if (seen.has(name) || !existsSync(folder)) return [];
  seen.add(name);
  const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const own = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !UNUSED.test(file))
    .map((file) => ({ name: path.join(name, file), from: path.join(folder, file) }));
  return [...own, ...Object.keys({ ...dependencies, ...optionalDependencies }).flatMap((each) => filesOfPackage(each, seen))];
}
