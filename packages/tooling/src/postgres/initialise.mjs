// @ts-check
import { chmod, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';
import { runCommand } from '../cli/run-command.mjs';
import { programEnvironment } from './program-environment.mjs';
import { spawnAs } from './reach.mjs';

/** @typedef {import('./account.mjs').Account} Account */

/**
 * Collation and case by PostgreSQL itself (`builtin`), the same on every machine and never changed by a system upgrade. But
 * pg_trgm asks the C library what a letter is: under the ctype `C` Chinese text has no trigrams at all and similarity is 0,
 * under any UTF-8 ctype it has them. Systems name theirs differently; the first that exists is taken.
 */
const UTF8_CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8', 'C'];

/** Passwords only, from this machine only. */
const HOST_RULES = '# Written by Tenon.\nhost all all 127.0.0.1/32 scram-sha-256\n';

/**
 * Makes a cluster: first beside its place, then moved there whole, so that a killed start leaves no half of one. For the holder of its lock.
 * @param {{ clusterDir: string, account: Account | null, initdb: string, password: string, isDurable: boolean }} options
 */
export async function initialiseCluster({ clusterDir, account, initdb, password, isDurable }) {
  const draft = `${clusterDir}.new`;
  await rm(draft, { recursive: true, force: true });
  const passwordFile = path.join(draft, 'password');
  const files = path.join(draft, 'files');
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account) for (const own of [draft, passwordFile]) await chown(own, account.uid, account.gid);
    await runInitdb({ initdb, account, files, passwordFile, isDurable });
    await writeFile(path.join(files, 'pg_hba.conf'), HOST_RULES);
    await chmod(files, 0o700);
    await rename(files, clusterDir);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** @param {{ initdb: string, account: Account | null, files: string, passwordFile: string, isDurable: boolean }} options */
async function runInitdb({ initdb, account, files, passwordFile, isDurable }) {
  for (const ctype of UTF8_CTYPES) {
    const args = [
      `--pgdata=${files}`, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`,
      ...(isDurable ? [] : ['--no-sync']),
    ];
    const { code, lines } = await runCommand(initdb, args, { cwd: path.dirname(files), env: programEnvironment(), ...spawnAs(account) });
    if (code === 0) return;
    if (!lines.some((line) => line.includes('invalid locale name'))) throw new Problem('PostgreSQL could not make its data folder:', { lines });
  }
}
