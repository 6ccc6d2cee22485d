// @ts-check
/** `npm run restore`: a data folder out of a backup. */
import { environment } from '../cli/env.mjs';
import { installPackages } from '../cli/install.mjs';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { readConfig } from '../start/config.mjs';
import { HELP, parseRestoreArguments } from './arguments.mjs';

const env = environment();
const terminal = createTerminal({ env });
try {
  const options = parseRestoreArguments(process.argv.slice(2));
  if (options.isHelp) terminal.say(HELP);
  else {
    const config = readConfig(env, REPOSITORY);
    await installPackages({ folders: [REPOSITORY], step: terminal.step('Packages') });
    const { restore } = await import('./restore.mjs');
    await restore({ options, config, terminal });
  }
} catch (failure) {
  terminal.say(describeFailure(failure));
  process.exitCode = 1;
}
