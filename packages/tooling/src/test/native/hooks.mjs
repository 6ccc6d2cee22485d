// @ts-check
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile, isTypeScript } from './compile.mjs';
import { resolveAsWritten } from './resolve.mjs';

/** @type {import('node:module').ResolveHook} */
export const resolve = (specifier, context, next) => resolveAsWritten(specifier, context, next);

/** @type {import('node:module').LoadHook} */
export async function load(url, context, next) {
  const { pathname } = new URL(url, 'file:///');
  if (!url.startsWith('file:') || pathname.includes('/node_modules/')) return next(url, context);
  if (isTypeScript(pathname)) return { format: 'module', shortCircuit: true, source: await compile(fileURLToPath(url)) };
  // As bundlers read it: without saying at each import that it is JSON.
  if (pathname.endsWith('.json')) return { format: 'module', shortCircuit: true, source: `export default ${await readFile(fileURLToPath(url), 'utf8')}` };
  return next(url, context);
}
