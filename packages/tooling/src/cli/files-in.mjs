// @ts-check
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What is made, not written. */
const MADE = /^(node_modules|dist|bundle|generated|coverage|\.next.*|\.turbo|\.swc|\.cache)$/;

/**
 * All files below a folder but what programs made there, in order; none where there is no such folder.
 * @param {string} folder
 * @returns {readonly string[]}
 */
export function filesIn(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (!entry.isDirectory()) return [file];
      return MADE.test(entry.name) ? [] : filesIn(file);
    });
}
