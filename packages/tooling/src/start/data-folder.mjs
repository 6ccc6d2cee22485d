// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { tryLock } from '../cli/process-lock.mjs';
import { sleep } from '../cli/sleep.mjs';
import { writeFileAtomically } from '../cli/write-file-atomically.mjs';
import { SECRET_FORM } from './config.mjs';
import { readPlatformFile } from './platform-file.mjs';

/** @typedef {import('../cli/process-lock.mjs').Lock} Lock */

/** A start that was killed through npm notices within a second, and needs a while to stop its children. */
const PATIENCE_MS = 3_000;
const STOPPING_PATIENCE_MS = 45_000;

/**
 * Takes a data folder for this start; two on one folder would be two truths.
 * @param {{ dataDir: string, onWait: (why: string) => void }} options
 * @returns {Promise<Lock>}
 */
export async function claimDataFolder({ dataDir, onWait }) {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (cause) {
    throw new Problem(`The data folder ${dataDir} cannot be made (${/** @type {Error} */ (cause).message}). Set TENON_DATA_DIR to one that can.`, { cause });
  }
  const startedAt = Date.now();
  for (let isTold = false; ; ) {
    const result = tryClaim(dataDir);
    if ('release' in result) return result;
    const isStopping = readPlatformFile(dataDir)?.state === 'stopping';
    if (Date.now() - startedAt > (isStopping ? STOPPING_PATIENCE_MS : PATIENCE_MS)) throw new Problem(inUse(dataDir, result.pid));
    if (isStopping && !isTold) onWait(`Waiting for the platform that is just stopping (process ${result.pid}) …`);
    isTold ||= isStopping;
    await sleep(200);
  }
}

/** @param {string} dataDir */
function tryClaim(dataDir) {
  try {
    return tryLock(path.join(dataDir, 'supervisor.lock'));
  } catch (cause) {
    throw new Problem(`The data folder ${dataDir} cannot be written (${/** @type {Error} */ (cause).message}). Start as its owner, or set TENON_DATA_DIR.`, { cause });
  }
}

/**
 * @param {string} dataDir
 * @param {number} pid
 */
function inUse(dataDir, pid) {
  const url = readPlatformFile(dataDir)?.portalUrl;
  return (
    `A platform is running on the data folder ${dataDir} already (process ${pid}${url ? `, ${url}` : ''}).\n` +
    `Stop it with Ctrl-C in its terminal, or with: kill ${pid}\nFor a second one beside it, choose another folder: TENON_DATA_DIR=.data-2 npm start`
  );
}

/**
 * The secret that signs sessions and derives keys: the one that was set, else the data folder's, made once.
 * @param {{ dataDir: string, given: string | undefined, warn: (line: string) => void }} options `given`: by TENON_SECRET; it is written nowhere.
 * @returns {Promise<string>} 32 random bytes, in hex.
 */
export async function platformSecret({ dataDir, given, warn }) {
  const file = path.join(dataDir, 'secret');
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  const known = SECRET_FORM.test(text) ? text : null;
  if (given) {
    if (known && known !== given) warn(`TENON_SECRET is another than the one kept in ${file}: everybody signs in again, and simulated machines of before stay away until it is back.`);
    return given;
  }
  if (known) return known;
  const secret = randomBytes(32).toString('hex');
  await writeFileAtomically(file, `${secret}\n`, { mode: 0o600 });
  return secret;
}
