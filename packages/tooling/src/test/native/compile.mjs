// @ts-check
import { transformFile, version } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE_FOLDER } from '../../cli/repository.mjs';
import { sourceOfLinked } from './linked.mjs';

/** As the packages are built (`.swcrc`), with tests, and with line numbers inside. */
const OPTIONS = /** @type {import('@swc/core').Options} */ ({
  swcrc: false,
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    parser: { syntax: 'typescript', tsx: true, decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2022',
    keepClassNames: true,
  },
});
const folder = path.join(CACHE_FOLDER, 'compiled-tests');
mkdirSync(folder, { recursive: true });

/**
 * Where the JavaScript of a TypeScript file is kept: named by what the file holds.
 * @param {string} file
 * @param {string} source
 */
function keptAt(file, source) {
  const key = createHash('sha256').update(version).update(JSON.stringify(OPTIONS)).update(file).update(source).digest('hex');
  return { code: path.join(folder, `${key}.mjs`), map: path.join(folder, `${key}.map`) };
}

/**
 * The JavaScript of a TypeScript file.
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function compile(file) {
  const source = await readFile(file, 'utf8');
  const kept = keptAt(file, source);
  try {
    return await readFile(kept.code, 'utf8');
  } catch {
    const { code, map } = await transformFile(file, { ...OPTIONS, filename: file });
    await keep(kept.map, map ?? '');
    await keep(kept.code, code);
    return code;
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
async function keep(file, text) {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, text);
  await rename(draft, file);
}

/**
 * The file with the source map of a module that tests load, for whoever reports where it failed.
 * @param {string} module
 * @returns {string | undefined}
 */
export function sourceMapOf(module) {
  const file = sourceOfLinked(module);
  if (file === undefined || !existsSync(file)) return undefined;
  const { map } = keptAt(file, readFileSync(file, 'utf8'));
  return existsSync(map) ? map : undefined;
}
