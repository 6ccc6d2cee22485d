// @ts-check
/** `npm run complete-lock`: after a package was added or changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { askNpm } from '../supply/ask-npm.mjs';
import { completeLock, withoutDigest } from './complete-lock.mjs';
import { LOCKS } from './locks.mjs';

for (const lock of LOCKS) {
  const file = path.join(REPOSITORY, lock);
  const text = readFileSync(file, 'utf8');
  /** @type {Map<string, string>} */
  const digests = new Map();
  for (const wanted of withoutDigest(text)) digests.set(wanted, (await askNpm(['view', wanted, 'dist.integrity'])).trim());
  writeFileSync(file, completeLock(text, digests));
}
