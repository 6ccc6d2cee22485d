// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../../cli/repository.mjs';
import { asSuperuser } from '../as-superuser.mjs';
import { dataFolder, mustRun } from '../checkout.mjs';
import { startPlatform } from '../platform.mjs';
import { mustHold, sendAndRead } from '../use-platform.mjs';

/** What container engines give. */
const SIZE = '64m';
/** Parallel workers that hash millions of rows: what fills shared memory, where PostgreSQL keeps it there. */
const HUNGRY = `
  SET work_mem = '128MB'; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0; SET max_parallel_workers_per_gather = 2;
  SELECT count(*) FROM proof_rows a JOIN proof_rows b USING (n)`;

/**
 * @type {import('../run.mjs').Proof}
 */
export const smallSharedMemory = {
  title: `the platform starts and a large parallel join runs with ${SIZE} of /dev/shm`,
  isAlone: true,
  async show({ work, say }) {
    mustRun('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', '/dev/shm'], '/'); // in this proof's own mounts
    say(mustRun('df', ['--output=size,target', '--block-size=1M', '/dev/shm'], '/').stdout.trim().split('\n').at(-1)?.trim() ?? '');
    const dataDir = dataFolder(path.join(dataFolder(work), 'data'));
    const platform = await startPlatform({ checkout: REPOSITORY, dataDir });
    try {
      await sendAndRead(platform.file, 7_003);
      await joinMillions(dataDir);
      const log = readFileSync(path.join(dataDir, 'logs', 'postgres.log'), 'utf8');
      mustHold(!/No space left|could not resize shared memory/.test(log), 'PostgreSQL never ran short of shared memory', log.split('\n').slice(-20));
    } finally {
      await platform.stop();
    }
  },
};

/** @param {string} dataDir */
function joinMillions(dataDir) {
  return asSuperuser(
    dataDir,
    async (client) => {
      await client.query('CREATE UNLOGGED TABLE proof_rows AS SELECT n, repeat(\'x\', 40) AS filler FROM generate_series(1, 1500000) n');
      await client.query('ANALYZE proof_rows');
      await client.query(HUNGRY);
      await client.query('DROP TABLE proof_rows');
    },
    'postgres',
  );
}
