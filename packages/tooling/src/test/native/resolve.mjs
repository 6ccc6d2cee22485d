// @ts-check
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Packages of Tenon are read from their sources under this condition of their `exports`. */
const SOURCE = 'tenon-source';
const GLOBALS = new URL('./globals.mjs', import.meta.url).href;
/** What a relative import may leave out, as TypeScript and bundlers read it. */
const ENDINGS = ['.ts', '.tsx', '/index.ts', '/index.tsx'];

const isFile = (/** @type {string} */ file) => existsSync(file) && statSync(file).isFile();

/**
 * The TypeScript that a relative import means: `./x.js` beside an `x.ts`, or `./x` where endings are left out.
 * @param {string} file
 * @returns {string | undefined}
 */
function sourceOf(file) {
  if (isFile(file)) return file;
  const bare = file.replace(/\.js$/, '');
  const ending = ENDINGS.find((each) => isFile(bare + each));
  return ending && bare + ending;
}

/**
 * @param {string} specifier
 * @param {import('node:module').ResolveHookContext} context
 * @param {Parameters<import('node:module').ResolveHook>[2]} next
 * @returns {Promise<import('node:module').ResolveFnOutput>}
 */
export async function resolveAsWritten(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
  const { parentURL } = context;
  if (parentURL?.startsWith('file:') && !parentURL.includes('/node_modules/') && /^\.{1,2}\//.test(specifier)) {
    const file = sourceOf(fileURLToPath(new URL(specifier, parentURL)));
    if (file) return { url: pathToFileURL(file).href, shortCircuit: true };
  }
  try {
    return await next(specifier, { ...context, conditions: [...context.conditions, SOURCE] });
  } catch (failure) {
    // `next/link`: a package without `exports`, whose importers leave the ending out.
    if (/** @type {{ code?: string }} */ (failure).code !== 'ERR_MODULE_NOT_FOUND' || specifier.startsWith('.')) throw failure;
    return next(`${specifier}.js`, context);
  }
}
