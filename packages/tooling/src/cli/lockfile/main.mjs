// @ts-check
/**
 * Completes package-lock.json: `node packages/tooling/src/cli/lockfile/main.mjs`.
 *
 * npm writes only what it could fetch. Where a registry lacks the builds for other systems, the lock file then misses them, and
 * `npm ci` refuses it ("Missing: … from lock file") on every machine. Each missing optional build is noted here with the exact
 * version that its parent pins and the systems that its name tells; npm skips it elsewhere and fetches it there.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { missingBuilds } from './missing-builds.mjs';
import { REPOSITORY } from '../repository.mjs';
import { writeFileAtomically } from '../write-file-atomically.mjs';

const file = path.resolve(process.argv[2] ?? path.join(REPOSITORY, 'package-lock.json'));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingBuilds(lock.packages);
const packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en')));
await writeFileAtomically(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${Object.keys(missing).length} builds for other systems added to ${file}\n`);
