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
    for (const [index, { title, victims }] of KILLS.entries()) {
      const { file } = platform;
      await sendValue(file, 7_100 + index);
      victims(file).forEach((pid) => process.kill(pid, 'SIGKILL'));
      await platform.ended;
      const left = () => Object.values(file.processes).filter(isAlive);
      mustHold(await waitUntil(() => left().length === 0, { timeoutMs: PATIENCE_MS }), `${title} killed: all others end by themselves`);
      platform = await start();
      await readBack(platform.file, 7_100 + index);
      say(`kill -9 of ${title}: all ended, started again, the last acknowledged value is there`);
    }
    await platform.stop();
  },
};
