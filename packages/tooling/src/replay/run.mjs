// @ts-check
import { statSync } from 'node:fs';
import path from 'node:path';
import { environment } from '../cli/env.mjs';
import { describeFailure, Problem } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { parseArguments } from './arguments.mjs';
import { dryRun } from './dry-run.mjs';
import { HELP } from './help.mjs';
import { replay } from './replay.mjs';

const INTERRUPTED = 130;

/**
 * `npm run replay -- …`. Ends with 0 when every row was stored, 1 when one was not, 130 when interrupted.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const env = environment();
  const terminal = createTerminal({ env });
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    const given = parseArguments(args);
    if (given.isHelp) return terminal.say(HELP);
    // npm runs us in the repository; the person named the file from where they stand.
    const options = { ...given, file: path.resolve(env['INIT_CWD'] || process.cwd(), given.file) };
    const fileBytes = sizeOf(options.file);
    const dataDir = path.resolve(REPOSITORY, env['TENON_DATA_DIR'] || '.data');
    const context = { options, fileBytes, dataDir, terminal, signal: interruption.signal };
    const isWhole = options.isDryRun ? await dryRun(context) : await replay(context);
    if (interruption.signal.aborted) process.exitCode = INTERRUPTED;
    else if (!isWhole) process.exitCode = 1;
  } catch (failure) {
    terminal.say(describeFailure(failure));
    process.exitCode = 1;
  } finally {
    process.removeListener('SIGINT', interrupt).removeListener('SIGTERM', interrupt);
  }
}

/** @param {string} file */
function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new Problem(`There is no file ${file}.`);
  if (!found.isFile()) throw new Problem(`${file} is not a file.`);
  return found.size;
}
