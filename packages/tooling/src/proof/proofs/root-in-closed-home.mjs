// @ts-check
import { statSync } from 'node:fs';
import path from 'node:path';
import { copyPackages, freshClone } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { mustHold, sendAndRead } from '../use-platform.mjs';
import { removeDataFolder } from '../../postgres/index.mjs';

/**
 * Root, whose repository and data folder nobody else can reach, though PostgreSQL refuses to run as root.
 * @type {import('../run.mjs').Proof}
 */
export const rootInClosedHome = {
  title: 'root starts a fresh clone in a home of mode 0700, data folder included [--with-packages]',
  isAlone: false,
  async show({ work, args, say }) {
    const home = path.join(work, 'root');
    const checkout = freshClone({ home, mode: 0o700 });
    if (args.includes('--with-packages')) copyPackages(checkout);
    const dataDir = path.join(checkout, '.data');
    try {
      const platform = await startPlatform({ checkout, dataDir, home, onAnyPort: true });
      try {
        await sendAndRead(platform.file, 7_001);
      } finally {
        await platform.stop();
      }
      mustHold((statSync(home).mode & 0o777) === 0o700, 'the home is as closed as before');
      platform.lines().filter((line) => /PostgreSQL|database is kept/.test(line)).forEach(say);
    } finally {
      await removeDataFolder(dataDir); // with what stands outside the home
    }
  },
};
