// @ts-check
import path from 'node:path';
import { isAlive } from '../../cli/process-identity.mjs';
import { REPOSITORY } from '../../cli/repository.mjs';
import { waitUntil } from '../../cli/sleep.mjs';
import { dataFolder } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { mustHold, readBack, sendValue } from '../use-platform.mjs';

/** By when the processes notice that their supervisor is gone, and have ended. */
const PATIENCE_MS = 60_000;

/** @typedef {import('../../start/platform-file.mjs').PlatformFile} PlatformFile */

/** @type {readonly { title: string, victims: (file: PlatformFile) => readonly number[] }[]} */
const KILLS = [
  { title: 'the supervisor alone', victims: ({ pid }) => [pid] },
  { title: 'every process at once', victims: ({ pid, processes }) => [pid, ...Object.values(processes)] },
];

/**
 * @type {import('../run.mjs').Proof}
 */
export const killed = {
  title: 'after kill -9 of the supervisor, and of all at once, nothing is left running and nothing acknowledged is lost',
  isAlone: true,
  async show({ work, say }) {
    const dataDir = dataFolder(path.join(dataFolder(work), 'data'));
    const start = () => startPlatform({ checkout: REPOSITORY, dataDir });
    let platform = await start();
    try {
      for (const [index, { title, victims }] of KILLS.entries()) {
        const value = 7_100 + index;
        await sendValue(platform.file, value);
        await killAndWait(platform, title, victims(platform.file));
        platform = await start();
        await readBack(platform.file, value);
        say(`kill -9 of ${title}: all ended, started again, the last acknowledged value is there`);
      }
    } finally {
      await platform.stop();
    }
  },
};

/**
 * @param {import('../platform.mjs').StartedPlatform} platform
 * @param {string} title
 * @param {readonly number[]} victims
 */
async function killAndWait({ file, ended }, title, victims) {
  victims.forEach((pid) => process.kill(pid, 'SIGKILL'));
  await ended;
  const isAnyLeft = () => Object.values(file.processes).some(isAlive);
  mustHold(await waitUntil(() => !isAnyLeft(), { timeoutMs: PATIENCE_MS }), `${title} killed: all others end by themselves`);
}
