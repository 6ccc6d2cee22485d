// @ts-check
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { birthMark } from './process-identity.mjs';
import { isHolding } from './process-lock.mjs';
import { CACHE_FOLDER } from './repository.mjs';

/** Where each process that runs from this checkout notes which build of the pages it serves. */
const FOLDER = path.join(CACHE_FOLDER, 'users');

/**
 * The page builds that living processes other than this one serve.
 * @returns {ReadonlySet<string>}
 */
export function servedPageBuilds() {
  /** @type {Set<string>} */
  const served = new Set();
  for (const name of listed()) {
    const user = read(path.join(FOLDER, name));
    if (user && isHolding(user) && user.pid !== process.pid) served.add(user.pageBuild);
    else if (user?.pid !== process.pid) rmSync(path.join(FOLDER, name), { force: true });
  }
  return served;
}

/**
 * Notes that this process serves a page build, until it ends.
 * @param {string} pageBuild
 */
export function serve(pageBuild) {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `${process.pid}.json`);
  writeFileSync(file, JSON.stringify({ pid: process.pid, birthMark: birthMark(process.pid), pageBuild }));
  process.once('exit', () => rmSync(file, { force: true }));
}

function listed() {
  try {
    return readdirSync(FOLDER);
  } catch {
    return [];
  }
}

/**
 * @param {string} file
 * @returns {{ pid: number, birthMark: string, pageBuild: string } | null}
 */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
