// @ts-check
import { readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

const DAY_MS = 86_400_000;

/**
 * Removes what earlier builds made and this one did not, once it is a day old: a process that was started from them may still load
 * a part for the first time.
 * @param {string} folder
 * @param {ReadonlySet<string>} made
 * @param {number} [now] ms
 */
export function removeLeftovers(folder, made, now = Date.now()) {
  for (const name of /** @type {string[]} */ (readdirSync(folder, { recursive: true }))) {
    const file = path.join(folder, name);
    const found = statSync(file);
    if (found.isFile() && !made.has(file) && now - found.mtimeMs > DAY_MS) rmSync(file);
  }
}
