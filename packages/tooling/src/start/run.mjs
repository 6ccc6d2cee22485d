// @ts-check
import { environment } from '../cli/env.mjs';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { parseArguments } from './arguments.mjs';
import { readConfig } from './config.mjs';
import { HELP } from './help.mjs';
import { watchParent } from './parent-watch.mjs';
import { createShutdown } from './shutdown.mjs';
import { startPlatform } from './start-platform.mjs';

/**
 * `npm start`: starts the platform and stays with it until it is told to stop.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const env = environment();
  const terminal = createTerminal({ env });
  process.stdout.on('error', () => undefined); // whoever read our output went away; the platform stays
  process.stderr.on('error', () => undefined);
  try {
    const options = parseArguments(args);
    if (options.isHelp) return terminal.say(HELP);
    await runPlatform({ options, config: readConfig(env, REPOSITORY), env, terminal });
  } catch (failure) {
    terminal.say(describeFailure(failure));
    process.exitCode = 1;
  }
}

/** @param {Omit<import('./start-platform.mjs').StartContext, 'shutdown'>} context */
async function runPlatform(context) {
  const shutdown = createShutdown({ say: context.terminal.say });
  let hasFailed = false;
  const fail = (/** @type {unknown} */ cause) => {
    if (hasFailed) return;
    hasFailed = true;
    context.terminal.say(describeFailure(cause));
    shutdown.begin('after this failure');
  };
  process.on('uncaughtException', fail);
  watchParent({ env: context.env, onGone: () => shutdown.begin('npm is gone') });
  await startPlatform({ ...context, shutdown }).catch((cause) => {
    if (!shutdown.signal.aborted) fail(cause);
  });
  await shutdown.begun;
  await shutdown.run();
  if (!hasFailed) context.terminal.say('Stopped.');
  // Not left to the event loop: a handle that a library forgot must not keep a stopped platform's terminal.
  process.exit(hasFailed ? 1 : 0);
}
