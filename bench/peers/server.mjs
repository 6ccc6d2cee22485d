// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { environment } from '../../packages/tooling/src/cli/env.mjs';

const ATTEMPTS = 200;
const BETWEEN_MS = 50;
const LOOK_MS = 500;
/** Looks at files that do not change, until nothing more is expected to. */
const SAME_LOOKS = 10;

/**
 * Starts a server and waits until it answers.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, isReady: () => Promise<unknown> }} how
 */
export async function startServer(program, args, { env = {}, isReady }) {
  const child = spawn(program, args, { stdio: 'ignore', env: { ...environment(), ...env } });
  const exited = once(child, 'exit');
  // Whoever breaks a measurement off must not leave a server behind.
  const end = () => child.kill('SIGKILL');
  process.once('exit', end);
  for (let attempt = 0; ; attempt += 1) {
    const answers = await isReady().then(() => true, () => false);
    if (answers) break;
    if (attempt === ATTEMPTS || child.exitCode !== null) throw new Error(`${program} does not answer.`);
    await setTimeout(BETWEEN_MS);
  }
  return {
    pid: child.pid ?? 0,
    async stop() {
      process.removeListener('exit', end);
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/**
 * What files take up, as the disk counts it.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function diskBytes(folder) {
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // A file that is merged into another meanwhile is gone.
    if (entry.isFile()) bytes += await stat(path.join(entry.parentPath, entry.name)).then(({ blocks }) => blocks * 512, () => 0);
  }
  return bytes;
}

/** Waits until a server has put its files as it wants them. @param {string} folder */
export async function untilStill(folder) {
  for (let [same, last] = [0, -1]; same < SAME_LOOKS; ) {
    await setTimeout(LOOK_MS);
    const bytes = await diskBytes(folder);
    same = bytes === last ? same + 1 : 0;
    last = bytes;
  }
}
