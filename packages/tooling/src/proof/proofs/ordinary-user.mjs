// @ts-check
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { runCommand } from '../../cli/run-command.mjs';
import { freshClone, mustRun } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { mustHold, sendAndRead } from '../use-platform.mjs';

/** The one account that every system has and that may do nothing. */
const NAME = 'nobody';

/**
 * A person without sudo, with packages that npm was not allowed to run scripts of.
 * @type {import('../run.mjs').Proof}
 */
export const ordinaryUser = {
  title: 'a user without rights starts a fresh clone after npm ci --ignore-scripts',
  isAlone: false,
  async show({ work, say }) {
    const number = (/** @type {string} */ flag) => Number(mustRun('id', [flag, NAME], '/').stdout);
    const account = { name: NAME, uid: number('-u'), gid: number('-g') };
    const identity = { uid: account.uid, gid: account.gid };
    const home = path.join(work, 'home');
    mustRun('chmod', ['0755', work], '/');
    const checkout = freshClone({ home, account });
    mustHold(spawnSync('sudo', ['-n', 'true'], { ...identity, cwd: '/' }).status !== 0, 'the user has no sudo');
    const env = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: home };
    const installed = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: checkout, env, ...identity });
    mustHold(installed.code === 0, 'npm ci --ignore-scripts installs', installed.lines);
    const platform = await startPlatform({ checkout, dataDir: path.join(checkout, '.data'), home, account, onAnyPort: true });
    try {
      await sendAndRead(platform.file, 7_002);
      platform.lines().filter((line) => line.startsWith('  ✓')).forEach(say);
    } finally {
      await platform.stop();
    }
  },
};
