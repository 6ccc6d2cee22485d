// @ts-check
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from './files-in.mjs';

/** What a build reads. */
const ROOTS = ['apps', 'packages', 'prisma'];
const FILES = ['package-lock.json', 'package.json', 'turbo.json', 'tsconfig.base.json', '.swcrc'];
/** What no build reads. */
const LEFT_OUT_FILES = /(\.test\.tsx?|\.md|\.tsbuildinfo|next-env\.d\.ts)$/;

/**
 * A mark of everything that a build reads, by name, size and time of change: a few milliseconds instead of the second or two
 * that turbo takes to find out that nothing changed.
 * @param {string} repository
 * @returns {string}
 */
export function sourceStamp(repository) {
  const hash = createHash('sha256');
  for (const file of [...FILES.map((name) => path.join(repository, name)), ...ROOTS.flatMap((root) => filesIn(path.join(repository, root)).filter((file) => !LEFT_OUT_FILES.test(file)))]) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found) hash.update(`${path.relative(repository, file)}\0${found.size}\0${found.mtimeMs}\n`);
  }
  return hash.digest('hex');
}
