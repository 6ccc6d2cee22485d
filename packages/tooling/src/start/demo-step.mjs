// @ts-check
import { describeFailure } from '../cli/problem.mjs';
import { seedDemo } from './demo.mjs';

/** @typedef {import('./start-platform.mjs').StartContext} StartContext */

/**
 * The demo company, when it is wanted: by default only in the bundled database, since a company that nobody signed up is no guest for another.
 * A platform without its demo still is a platform: a failure is told, and that is all.
 * @param {StartContext & { childEnv: NodeJS.ProcessEnv, isEmbedded: boolean }} context
 * @returns {Promise<import('./demo.mjs').DemoAccess | null>}
 */
export async function offerDemo({ options, terminal, shutdown, childEnv, isEmbedded }) {
  if (!(options.isDemo ?? isEmbedded)) return null;
  const step = terminal.step('Demo company');
  try {
    // Its standard input is empty from the start, which would tell a supervised process to end.
    const env = { ...childEnv, TENON_SUPERVISED: '0' };
    const access = await seedDemo({ env, signal: shutdown.signal, onLine: (line) => line.startsWith('{') || step.note(line) });
    step.done();
    return access;
  } catch (failure) {
    if (shutdown.signal.aborted) throw failure;
    step.fail('not made');
    terminal.say(describeFailure(failure));
    return null;
  }
}
