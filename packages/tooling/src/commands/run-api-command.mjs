// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { programFile } from '../bundler/programs.mjs';
import { buildWhatChanged } from '../cli/build.mjs';
import { environment } from '../cli/env.mjs';
import { installPackages } from '../cli/install.mjs';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { readConfig } from '../start/config.mjs';
import { platformSecret } from '../start/data-folder.mjs';
import { withDatabase } from './reach-database.mjs';

/**
 * Runs a command of the api's on the platform's database, and ends with its exit code.
 * @param {object} command
 * @param {string} command.program Of the api.
 * @param {readonly string[]} command.args
 * @param {string} command.help
 * @param {boolean} [command.needsArguments]
 * @param {boolean} [command.needsDatabase]
 * @param {boolean} [command.needsSecret] The platform's own, from which its keys are derived.
 */
export async function runApiCommand({ program, args, help, needsArguments = false, needsDatabase = true, needsSecret = false }) {
  const env = environment();
  const terminal = createTerminal({ env });
  if ((needsArguments && args.length === 0) || args.includes('--help') || args.includes('-h')) return terminal.say(help);
  try {
    const config = readConfig(env, REPOSITORY);
    await installPackages({ folders: [REPOSITORY], step: terminal.step('Packages') });
    await buildWhatChanged({ step: terminal.step('Build'), withPages: false });
    if (!needsDatabase) process.exitCode = await atTerminal(program, args, env);
    else {
      process.exitCode = await withDatabase({ config, terminal }, async (databaseUrl) => {
        const secret = needsSecret && { TENON_SECRET: await platformSecret({ dataDir: config.dataDir, given: config.secret, warn: terminal.warn }) };
        return atTerminal(program, args, { ...env, ...secret, DATABASE_URL: databaseUrl });
      });
    }
  } catch (failure) {
    terminal.say(describeFailure(failure));
    process.exitCode = 1;
  }
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} Its exit code.
 */
async function atTerminal(program, args, env) {
  const child = spawn(process.execPath, ['--enable-source-maps', programFile('api', program), ...args], { env, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}
