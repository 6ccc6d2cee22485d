// @ts-check
/** `npm run backup`: a backup of the platform, restored once to see that it is good. */
import { environment } from '../cli/env.mjs';
import { installPackages } from '../cli/install.mjs';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { readConfig } from '../start/config.mjs';
import { HELP, parseBackupArguments } from './arguments.mjs';

const env = environment();
const terminal = createTerminal({ env });
try {
  const options = parseBackupArguments(process.argv.slice(2));
  if (options.isHelp) terminal.say(HELP);
  else {
    const config = readConfig(env, REPOSITORY);
    if (!options.isScheduled) await installPackages({ folders: [REPOSITORY], step: terminal.step('Packages') });
    const { backUp } = await import('./back-up.mjs');
    await backUp({ options, config, terminal });
  }
} catch (failure) {
  terminal.say(describeFailure(failure));
  process.exitCode = 1;
}
