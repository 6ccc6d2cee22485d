// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { REPOSITORY } from '../../cli/repository.mjs';

const GLOBALS = new URL('./globals.mjs', import.meta.url).href;
/** What a relative import may leave out, as TypeScript and bundlers read it. */
const ENDINGS = ['.ts', '.tsx', '/index.ts', '/index.tsx'];

/**
 * Says what an import means, as TypeScript and bundlers read it.
 * @param {import('./sources.mjs').Sources} sources
 * @param {(file: string) => string} linkedUrl Where the JavaScript of a source is.
 * @returns {(specifier: string, importer: string) => string} What Node.js is to import instead.
 */
export function createResolver({ changedAt, packages }, linkedUrl) {
  const urlOf = (/** @type {string} */ file) => (changedAt.has(file) ? linkedUrl(file) : pathToFileURL(path.join(REPOSITORY, file)).href);
  /** `./x.js` beside an `x.ts`, or `./x` where endings are left out. */
  const sourceOf = (/** @type {string} */ file) => {
    if (changedAt.has(file)) return file;
    const bare = file.replace(/\.js$/, '');
    const ending = ENDINGS.find((each) => changedAt.has(bare + each));
    return ending ? bare + ending : file;
  };
  /** @type {Map<string, string>} */
  const others = new Map();
  return (specifier, importer) => {
    if (specifier === '@jest/globals') return GLOBALS;
    if (/^\.{1,2}(\/|$)/.test(specifier)) return urlOf(sourceOf(path.posix.join(path.posix.dirname(importer), specifier)));
    const own = packages.get(specifier);
    if (own) return urlOf(own);
    let other = others.get(specifier);
    if (other === undefined) others.set(specifier, (other = withEnding(specifier)));
    return other;
  };
}

/**
 * `next/link`: a package without `exports`, whose importers leave the ending out.
 * @param {string} specifier
 */
function withEnding(specifier) {
  const [, name, subpath] = /^((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (name === undefined || subpath === undefined) return specifier;
  const folder = path.join(REPOSITORY, 'node_modules', name);
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).exports) return specifier;
  return !existsSync(path.join(folder, subpath)) && existsSync(path.join(folder, `${subpath}.js`)) ? `${specifier}.js` : specifier;
}
