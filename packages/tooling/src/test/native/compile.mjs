// @ts-check
import { transformFile, version } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE_FOLDER } from '../../cli/repository.mjs';

/** As the packages are built (`.swcrc`), with tests, and with line numbers inside. */
const OPTIONS = /** @type {import('@swc/core').Options} */ ({
  swcrc: false,
  sourceMaps: 'inline',
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

export const isTypeScript = (/** @type {string} */ file) => /\.tsx?$/.test(file);

/**
 * The JavaScript of a TypeScript file, kept by what the file holds.
 * @param {string} file
 * @returns {Promise<string>}
 */
export async function compile(file) {
  const source = await readFile(file, 'utf8');
  const key = createHash('sha256').update(version).update(JSON.stringify(OPTIONS)).update(file).update(source).digest('hex');
  const kept = path.join(folder, `${key}.mjs`);
  try {
    return await readFile(kept, 'utf8');
  } catch {
    const { code } = await transformFile(file, { ...OPTIONS, filename: file });
    const draft = `${kept}.${process.pid}`;
    await writeFile(draft, code);
    await rename(draft, kept);
    return code;
  }
}
