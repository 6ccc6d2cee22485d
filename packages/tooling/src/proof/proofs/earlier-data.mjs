// @ts-check
import path from 'node:path';
import { Problem } from '../../cli/problem.mjs';
import { REPOSITORY } from '../../cli/repository.mjs';
import { copyPackages, dataFolder, freshClone } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { readBack, sendAndRead } from '../use-platform.mjs';

/**
 * What an earlier commit wrote is read by this one.
 * @type {import('../run.mjs').Proof}
 */
export const earlierData = {
  title: 'this version starts over the data folder of an earlier commit: earlier-data <commit>',
  isAlone: false,
  async show({ work, args, say }) {
    const [commit] = args;
    if (!commit) throw new Problem('Which commit made the data? npm run proof -- earlier-data <commit>');
    const earlier = freshClone({ home: path.join(dataFolder(work), 'earlier'), commit });
    copyPackages(earlier);
    const dataDir = dataFolder(path.join(work, 'data'));
    const before = await startPlatform({ checkout: earlier, dataDir, onAnyPort: true });
    try {
      await sendAndRead(before.file, 7_005);
    } finally {
      await before.stop();
    }
    const after = await startPlatform({ checkout: REPOSITORY, dataDir, onAnyPort: true });
    try {
      await readBack(after.file, 7_005);
      await sendAndRead(after.file, 7_006);
      after.lines().filter((line) => /Migrations|Demo company/.test(line)).forEach(say);
    } finally {
      await after.stop();
    }
  },
};
