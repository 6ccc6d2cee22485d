// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';

/** Script that a page may need before it works, after gzip, in thousands of bytes. */
export const LIMIT_KB = 200;
const MANIFEST = 'page_client-reference-manifest.js';

/**
 * What each route of a page build loads first: the chunks of its layouts and its page and those of Next itself. Chunks that are
 * imported later, by a press or a scroll, are in none of these lists.
 * @param {string} build The folder that `next build` wrote.
 * @returns {readonly { route: string, kb: number }[]} By route; `kb`: thousands of bytes after gzip.
 */
export function firstLoads(build) {
  /** @type {Map<string, number>} */
  const sizes = new Map();
  const sizeOf = (/** @type {string} */ file) => {
    const size = sizes.get(file) ?? gzipSync(readFileSync(path.join(build, file))).length;
    sizes.set(file, size);
    return size;
  };
  const { rootMainFiles } = JSON.parse(readFileSync(path.join(build, 'build-manifest.json'), 'utf8'));
  return routesOf(build)
    .map(({ route, files }) => ({ route, kb: [...new Set([...rootMainFiles, ...files])].reduce((sum, file) => sum + sizeOf(file), 0) / 1_000 }))
    .sort((a, b) => a.route.localeCompare(b.route));
}

/**
 * @param {string} build
 * @returns {readonly { route: string, files: readonly string[] }[]}
 */
function routesOf(build) {
  const app = path.join(build, 'server', 'app');
  const manifests = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) => path.basename(file) === MANIFEST);
  return manifests.flatMap((file) => {
    // Next writes these as a script that sets a global.
    const sandbox = /** @type {{ __RSC_MANIFEST?: Record<string, { entryJSFiles?: Record<string, readonly string[]> }> }} */ ({});
    runInNewContext(readFileSync(path.join(app, file), 'utf8'), { globalThis: sandbox });
    return Object.entries(sandbox.__RSC_MANIFEST ?? {}).map(([page, { entryJSFiles = {} }]) => ({ route: page.replace(/\/page$/, '') || '/', files: Object.values(entryJSFiles).flat() }));
  });
}

/**
 * Counts the routes of a build that keep to their limit.
 * @param {{ build: string, say: (line: string) => void }} options
 * @returns {import('./tally.mjs').Tally}
 */
export function checkFirstLoads({ build, say }) {
  const loads = firstLoads(build);
  const faults = loads
    .filter(({ kb }) => kb > LIMIT_KB)
    .map(({ route, kb }) => `${route}: ${kb.toFixed(1)} kB of script after gzip before the page works; the limit is ${LIMIT_KB} kB.`);
  if (loads.length === 0) faults.push(`${build} has no page whose script could be counted.`);
  say(`  ${faults.length === 0 ? '✓' : '✗'} first script of ${loads.length} pages`);
  faults.forEach((fault) => say(`    ${fault}`));
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, skipped: 0, failures: faults };
}
