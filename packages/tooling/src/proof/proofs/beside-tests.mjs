// @ts-check
import path from 'node:path';
import { REPOSITORY } from '../../cli/repository.mjs';
import { runCommand } from '../../cli/run-command.mjs';
import { readPlatformFile } from '../../start/platform-file.mjs';
import { dataFolder } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { mustHold, readBack, sendAndRead, sendValue } from '../use-platform.mjs';

/**
 * @type {import('../run.mjs').Proof}
 */
export const besideTests = {
  title: 'npm test beside a running npm start of the same checkout; arguments are handed to npm test',
  isAlone: true,
  async show({ work, args, say }) {
    const dataDir = dataFolder(path.join(dataFolder(work), 'data'));
    const platform = await startPlatform({ checkout: REPOSITORY, dataDir });
    try {
      await sendValue(platform.file, 7_007);
      const env = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HOME: '/root' };
      const tests = await runCommand('npm', ['test', '--', ...args], { cwd: REPOSITORY, env, keepLines: 60 });
      mustHold(tests.code === 0, `npm test -- ${args.join(' ')} passes`, tests.lines);
      say(`npm test -- ${args.join(' ')}: ${tests.lines.at(-1)}`);
      mustHold(JSON.stringify(readPlatformFile(dataDir)?.processes) === JSON.stringify(platform.file.processes), 'no process of the platform fell or was started again');
      await readBack(platform.file, 7_007);
      await sendAndRead(platform.file, 7_008);
    } finally {
      await platform.stop();
    }
  },
};
