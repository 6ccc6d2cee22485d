// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildWhatChanged, PORTAL_FOLDER, runTurbo } from '../cli/build.mjs';
import { formatDuration } from '../cli/duration.mjs';
import { environment } from '../cli/env.mjs';
import { installPackages } from '../cli/install.mjs';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { createTerminal } from '../cli/terminal.mjs';
import { HELP, parseTestArguments } from './arguments.mjs';
import { orderOf } from './order.mjs';
import { closingLine, stepLine, sum } from './tally.mjs';

/** How many files run at a time on our two cores. Four of the integration tests are no sooner done, and hold more connections. */
const AT_ONCE = { unit: 3, integration: 3, slow: 3 };

/**
 * @typedef {object} TestContext
 * @property {import('./arguments.mjs').TestOptions} options
 * @property {import('../cli/terminal.mjs').Terminal} terminal
 * @property {AbortSignal} signal
 */

/**
 * `npm test`: makes ready what the wanted steps need, runs them all whatever comes of each, closes with one line of numbers.
 * @param {readonly string[]} args
 */
export async function run(args) {
  const terminal = createTerminal({ env: environment() });
  const stopping = new AbortController();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stopping.abort(new Error('stopped')));
  try {
    const options = parseTestArguments(args);
    if (options.isHelp) return terminal.say(HELP);
    const startedAt = Date.now();
    const context = { options, terminal, signal: stopping.signal };
    const pages = await prepare(context);
    const total = await runSteps(context, pages);
    if (total.failures?.length) terminal.say(`\nFailed:\n${total.failures.map((failure) => `  ✗ ${failure}`).join('\n')}`);
    terminal.say(`\nTook ${formatDuration(Date.now() - startedAt)}${total.skipped > 0 ? `; ${total.skipped} skipped, named above` : ''}.`);
    terminal.say(closingLine(total));
    process.exitCode = total.failed > 0 || stopping.signal.aborted ? 1 : 0;
  } catch (failure) {
    terminal.say(describeFailure(failure));
    terminal.say(closingLine({ passed: 0, failed: 1, skipped: 0 }));
    process.exitCode = 1;
  }
}

/**
 * @param {TestContext} context
 * @returns {Promise<string>} The folder of the portal's pages; without a meaning where no step wants them.
 */
async function prepare({ options, terminal, signal }) {
  const journeys = path.join(REPOSITORY, 'e2e');
  // The journeys' types are checked with all others.
  const isBrowserWanted = options.steps.some((step) => step === 'e2e' || step === 'static' || step === 'slow') && existsSync(path.join(journeys, 'package-lock.json'));
  await installPackages({ folders: [REPOSITORY, ...(isBrowserWanted ? [journeys] : [])], step: terminal.step('Packages'), signal });
  if (options.steps.some((step) => step === 'integration' || step === 'e2e' || step === 'slow')) {
    const pages = await buildWhatChanged({ step: terminal.step('Build'), signal, withPages: options.steps.some((step) => step === 'e2e' || step === 'slow') });
    return pages;
  }
  const step = terminal.step('Generated code');
  await runTurbo(['generate'], step, signal);
  step.done();
  return '';
}

/**
 * @param {TestContext} context
 * @param {string} pages
 */
async function runSteps({ options, terminal, signal }, pages) {
  // Loaded late: they need npm packages, or those who do.
  const { runStaticChecks } = await import('./static-checks.mjs');
  const { runJest } = await import('./jest-run.mjs');
  const { runJourneys } = await import('./e2e.mjs');
  const { checkFirstLoads } = await import('./first-load.mjs');
  const { patterns } = options;
  const jest = (/** @type {keyof typeof AT_ONCE} */ name, /** @type {readonly string[]} */ ...args) => runJest({ name, args: ['--selectProjects', name, `--maxWorkers=${AT_ONCE[name]}`, ...args, ...patterns], terminal, signal });
  const { whenIdle, inTurn, beside } = orderOf(options.steps);
  const runners = {
    static: () => runStaticChecks({ terminal, signal, isPatient: whenIdle.includes('static') }),
    unit: async () => [await jest('unit')],
    integration: async () => [await jest('integration')],
    slow: async () => [await jest('slow', '--passWithNoTests'), await runJourneys({ terminal, signal, patterns, isSlow: true })],
    // Here because here is a build of the pages.
    e2e: async () => [checkFirstLoads({ build: path.join(PORTAL_FOLDER, pages), say: terminal.say }), await runJourneys({ terminal, signal, patterns, meanwhile })],
  };
  /** @param {readonly import('./arguments.mjs').StepName[]} names */
  const oneByOne = async (names) => {
    const tallies = [];
    for (const name of names) {
      if (signal.aborted) break;
      terminal.say(`\n${terminal.bold(name)}`);
      const startedAt = Date.now();
      const tally = sum(await runners[name]());
      terminal.say(`  ${name}: ${stepLine(tally)} (${formatDuration(Date.now() - startedAt)})`);
      tallies.push(tally);
    }
    return sum(tallies);
  };
  const idle = oneByOne(whenIdle);
  /** @type {Promise<import('./tally.mjs').Tally> | undefined} */
  let besides;
  const meanwhile = () => (besides ??= oneByOne(beside));
  const total = await oneByOne(inTurn);
  // Journeys whose platform does not start never come to it.
  return sum([total, await meanwhile(), await idle]);
}
