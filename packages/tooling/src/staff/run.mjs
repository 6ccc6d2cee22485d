// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { buildWhatChanged } from '../cli/build.mjs';
import { environment } from '../cli/env.mjs';
import { installPackages } from '../cli/install.mjs';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { readConfig } from '../start/config.mjs';
import { HELP } from './help.mjs';
import { withDatabase } from './reach-database.mjs';

const SCRIPT = path.join(REPOSITORY, 'apps', 'api', 'dist', 'appoint-staff.js');

/**
 * `npm run appoint-staff -- …`. Ends with 0 when somebody was appointed.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const env = environment();
  const terminal = createTerminal({ env });
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return terminal.say(HELP);
  try {
    const config = readConfig(env, REPOSITORY);
    await installPackages({ folder: REPOSITORY, step: terminal.step('Packages') });
    await buildWhatChanged({ step: terminal.step('Build'), withPages: false });
    process.exitCode = await withDatabase({ config, terminal }, (databaseUrl) => appoint(args, { ...env, DATABASE_URL: databaseUrl }));
  } catch (failure) {
    terminal.say(describeFailure(failure));
    process.exitCode = 1;
  }
}

/**
 * The api's own command, at the person's terminal.
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} Its exit code.
 */
async function appoint(args, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', SCRIPT, ...args], { env, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
