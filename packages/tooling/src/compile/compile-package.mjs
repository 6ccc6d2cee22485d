// @ts-check
import { transformFile } from '@swc/core';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { sourceFiles } from './sources.mjs';

const CONFIG = path.join(REPOSITORY, '.swcrc');

/**
 * Compiles a package's sources to its `dist`, file by file, and takes away what no source stands behind any more.
 * @param {import('./sources.mjs').Sources} sources
 * @returns {Promise<number>} How many files.
 * @throws What the compiler says of a file that it cannot read.
 */
export async function compilePackage(sources) {
  const dist = path.join(sources.folder, 'dist');
  // By its place below `src`: of the portal only `src/server` is compiled, and to `dist/server`.
  const below = path.join(sources.folder, 'src');
  const files = sourceFiles(sources).map((file) => ({ file, output: path.join(dist, path.relative(below, file)).replace(/\.tsx?$/, '.js') }));
  for (const folder of new Set(files.map(({ output }) => path.dirname(output)))) mkdirSync(folder, { recursive: true });
  await Promise.all(files.map(compileFile));
  const made = new Set(files.flatMap(({ output }) => [output, `${output}.map`]));
  for (const name of /** @type {string[]} */ (readdirSync(dist, { recursive: true }))) {
    const file = path.join(dist, name);
    if (/\.js(\.map)?$/.test(name) && !made.has(file)) rmSync(file);
  }
  return files.length;
}

/** @param {{ file: string, output: string }} options */
async function compileFile({ file, output }) {
  const { code, map } = await transformFile(file, { configFile: CONFIG, sourceFileName: path.relative(path.dirname(output), file).replaceAll(path.sep, '/') });
  await writeFile(`${output}.map`, map ?? '');
  await writeFile(output, `${code}//# sourceMappingURL=${path.basename(output)}.map`);
}
