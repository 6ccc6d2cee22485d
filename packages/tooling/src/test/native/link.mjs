// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { REPOSITORY } from '../../cli/repository.mjs';
import { compile } from './compile.mjs';
import { linkedFile, LINKED } from './linked.mjs';
import { createResolver } from './resolve.mjs';
import { rewrite } from './rewrite.mjs';
import { findSources, isTypeScript } from './sources.mjs';

const STAMP = path.join(LINKED, 'stamp.json');
const LATE = new URL('./linked.mjs', import.meta.url).href;
/** swc works on threads of its own, of which there are four. */
const AT_ONCE = 8;

/** @typedef {{ key: string, changedAt: Record<string, number> }} Stamp */

/**
 * Lays out all that tests may load as JavaScript, each import saying the very file: Node.js reads it by itself, where hooks would be asked
 * across threads at every import. What has not changed since is only looked at.
 */
export async function link() {
  const sources = findSources();
  const key = keyOf(sources);
  const before = stampOf(key);
  const waiting = [...sources.changedAt].filter(([file, at]) => before?.changedAt[file] !== at).map(([file]) => file);
  if (before && waiting.length === 0) return;
  // Where a file came or went, an import may mean another one.
  if (!before) rmSync(LINKED, { recursive: true, force: true });
  linkInstalled(sources.installed);
  const resolve = createResolver(sources, (file) => pathToFileURL(linkedFile(file)).href);
  const lane = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) put(linkedFile(file), await moduleOf(file, resolve));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  put(STAMP, JSON.stringify({ key, changedAt: Object.fromEntries(sources.changedAt) }));
}

/**
 * @param {string} file
 * @param {ReturnType<typeof createResolver>} resolve
 */
async function moduleOf(file, resolve) {
  const whole = path.join(REPOSITORY, file);
  // As bundlers read it: without saying at each import that it is JSON.
  if (!isTypeScript(file)) return `export default ${readFileSync(whole, 'utf8')}`;
  return rewrite(await compile(whole), { file: whole, resolve: (specifier) => resolve(specifier, file), linked: LATE });
}

/** @param {import('./sources.mjs').Sources} sources */
function keyOf({ changedAt, packages, installed }) {
  return createHash('sha256').update(JSON.stringify([REPOSITORY, [...changedAt.keys()], [...packages], installed])).digest('hex');
}

/**
 * @param {string} key
 * @returns {Stamp | undefined}
 */
function stampOf(key) {
  if (!existsSync(STAMP)) return undefined;
  /** @type {Stamp} */
  const stamp = JSON.parse(readFileSync(STAMP, 'utf8'));
  return stamp.key === key ? stamp : undefined;
}

/** @param {readonly string[]} folders */
function linkInstalled(folders) {
  for (const folder of folders) {
    const at = path.join(LINKED, folder);
    mkdirSync(path.dirname(at), { recursive: true });
    if (!existsSync(at)) symlinkSync(path.join(REPOSITORY, folder), at, 'junction');
  }
}

/**
 * @param {string} file
 * @param {string} text
 */
function put(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
