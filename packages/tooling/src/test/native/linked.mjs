// @ts-check
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { CACHE_FOLDER, REPOSITORY } from '../../cli/repository.mjs';
import { isTypeScript } from './sources.mjs';

/** Below it everything that tests load stands at its own path. */
export const LINKED = path.join(CACHE_FOLDER, 'linked-tests');

/**
 * Where the JavaScript of a source is.
 * @param {string} file By its path from the repository.
 */
export const linkedFile = (file) => path.join(LINKED, `${file}.mjs`);

/**
 * The whole path of the TypeScript that a module below `LINKED` is made of.
 * @param {string} module
 * @returns {string | undefined}
 */
export function sourceOfLinked(module) {
  const inside = path.relative(LINKED, module).replace(/\.mjs$/, '');
  return inside.startsWith('..') || !isTypeScript(inside) ? undefined : path.join(REPOSITORY, inside);
}

/**
 * What an import means that is only known when it runs.
 * @param {string | URL} specifier
 * @returns {string}
 */
export function linked(specifier) {
  const text = String(specifier);
  if (!/^(file:|\/)/.test(text) && !path.isAbsolute(text)) return text;
  const file = text.startsWith('file:') ? fileURLToPath(text) : text;
  return pathToFileURL(isTypeScript(file) ? linkedFile(path.relative(REPOSITORY, file)) : file).href;
}
