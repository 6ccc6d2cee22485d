// @ts-check
import { build } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { REPOSITORY } from '../cli/repository.mjs';
import { layBeside, WHOLE } from './beside.mjs';
import { NOT_BUNDLED } from './companions.mjs';
import { removeLeftovers } from './leftovers.mjs';
import { ownPositions } from './own-positions.mjs';

/** What packages of the older module format ask their surroundings for. */
const SURROUNDINGS = [
  `import { createRequire as __createRequire } from 'node:module';`,
  `import { fileURLToPath as __fileURLToPath } from 'node:url';`,
  `const require = __createRequire(import.meta.url);`,
  `const __filename = __fileURLToPath(import.meta.url);`,
  `const __dirname = __fileURLToPath(new URL('.', import.meta.url));`,
].join(' ');

/**
 * Puts an app's compiled programs and all that they import into few files: the api alone consists of some 3,700, and finding and
 * reading each of them was most of what its start cost. Programs of one app share what they have in common.
 * @param {string} app A folder of `apps`.
 * @param {readonly string[]} programs
 * @returns {Promise<number>} How many files it has become.
 * @throws What esbuild says of an import that leads nowhere.
 */
export async function bundleApp(app, programs) {
  const folder = path.join(REPOSITORY, 'apps', app, 'bundle');
  const { outputFiles } = await build({
    absWorkingDir: REPOSITORY,
    entryPoints: programs.map((program) => path.join('apps', app, 'dist', `${program}.js`)),
    outdir: folder,
    // By which Node knows the format: an image has nothing but the bundle, no package.json beside it.
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'parts/[name]-[hash]',
    external: [...NOT_BUNDLED, ...(WHOLE[app] ?? [])],
    banner: { js: SURROUNDINGS },
    alias: { '@apollo/utils.createhash': fileURLToPath(new URL('own-hash.mjs', import.meta.url)) },
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
    write: false,
  });
  mkdirSync(path.join(folder, 'parts'), { recursive: true });
  // Programs last: one that is started meanwhile finds every part that it names.
  const inOrder = outputFiles.toSorted((a, b) => Number(path.dirname(a.path) === folder) - Number(path.dirname(b.path) === folder));
  for (const file of inOrder) writeFileSync(file.path, file.path.endsWith('.map') ? ownPositions(file.text) : file.contents);
  removeLeftovers(folder, new Set([...outputFiles.map((file) => file.path), ...layBeside(app, folder)]));
  return outputFiles.filter((file) => file.path.endsWith('.mjs')).length;
}
