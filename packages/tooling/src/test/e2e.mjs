// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { runJest } from './jest-run.mjs';
import { sum } from './tally.mjs';
import { startTestPlatform } from './test-platform.mjs';

const CONFIG = path.join(REPOSITORY, 'e2e', 'jest.config.mjs');

/**
 * The journeys, in a real browser, on a platform started for them alone. They find it by PORTAL_URL, API_URL, WORKER_URL,
 * MQTT_URL, DEVICE_HTTP_URL, and in full by the file that TENON_PLATFORM_FILE names; where it asks whom outside, a journey is told as the platform is.
 * @param {{ terminal: import('../cli/terminal.mjs').Terminal, signal: AbortSignal, patterns: readonly string[], isSlow?: boolean, meanwhile?: () => Promise<unknown> }} context
 * `meanwhile` begins with the journey that no other may stand beside.
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runJourneys({ terminal, signal, patterns, isSlow = false, meanwhile = async () => undefined }) {
  if (!existsSync(CONFIG)) {
    terminal.say(`  ✗ ${CONFIG} is missing`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  try {
    const { platform, dataDir, outside, stop } = await startTestPlatform({ signal, say: terminal.say });
    const env = {
      ...outside,
      PORTAL_URL: platform.portalUrl ?? '',
      API_URL: platform.apiUrl ?? '',
      WORKER_URL: platform.workerUrl ?? '',
      MQTT_URL: platform.mqttUrl ?? '',
      DEVICE_HTTP_URL: platform.deviceHttpUrl ?? '',
      TENON_PLATFORM_FILE: path.join(dataDir, 'platform.json'),
    };
    try {
      return await runAll({ terminal, signal, patterns, env, isSlow, meanwhile });
    } finally {
      await stop();
    }
  } catch (failure) {
    terminal.say(describeFailure(failure));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** The journey that kills processes, which no other may stand beside. */
const ALONE = 'e2e/kill';
const SLOW = '\\.slow\\.e2e';

/**
 * Three journeys at a time, for most of a journey is waiting; then the one that must be alone. The daily run goes through most of them
 * in one of their languages, a nightly one in each; and whoever names one wants all of it.
 * @param {{ terminal: import('../cli/terminal.mjs').Terminal, signal: AbortSignal, patterns: readonly string[], env: Record<string, string>, isSlow: boolean, meanwhile: () => Promise<unknown> }} options
 */
async function runAll({ terminal, signal, patterns, env, isSlow, meanwhile }) {
  /** @type {Record<string, string>} */
  const each = isSlow || patterns.length > 0 ? { TENON_EACH_LANGUAGE: '1' } : {};
  const run = (/** @type {string} */ name, /** @type {readonly string[]} */ args) =>
    // Patterns first: behind an option that takes several values Jest would count them among these.
    runJest({ name, args: [...patterns, '--config', CONFIG, '--passWithNoTests', ...args], terminal, signal, env: { ...env, ...each } });
  const besideEachOther = (/** @type {string} */ name, /** @type {readonly string[]} */ ignored) => run(name, ['--maxWorkers=3', ...['/node_modules/', ALONE, ...ignored].map((path) => `--testPathIgnorePatterns=${path}`)]);
  const beside = isSlow ? await besideEachOther('e2e-slow', []) : await besideEachOther('e2e', [SLOW]);
  const [alone] = await Promise.all([run('e2e-alone', ['--runInBand', '--testMatch', `**/${ALONE}.e2e.ts`]), meanwhile()]);
  return sum([beside, alone]);
}
