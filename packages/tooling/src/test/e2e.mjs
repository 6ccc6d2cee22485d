// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from '../cli/problem.mjs';
import { REPOSITORY } from '../cli/repository.mjs';
import { runJest } from './jest-run.mjs';
import { startTestPlatform } from './test-platform.mjs';

const CONFIG = path.join(REPOSITORY, 'e2e', 'jest.config.mjs');

/**
 * The journeys, in a real browser, on a platform started for them alone. They find it by PORTAL_URL, API_URL, WORKER_URL,
 * MQTT_URL, DEVICE_HTTP_URL, and in full by the file that TENON_PLATFORM_FILE names.
 * @param {{ terminal: import('../cli/terminal.mjs').Terminal, signal: AbortSignal, patterns: readonly string[] }} context
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export async function runJourneys({ terminal, signal, patterns }) {
  if (!existsSync(CONFIG)) {
    terminal.say(`  ✗ ${CONFIG} is missing`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  try {
    const { platform, dataDir, stop } = await startTestPlatform({ signal, say: terminal.say });
    const env = {
      PORTAL_URL: platform.portalUrl ?? '',
      API_URL: platform.apiUrl ?? '',
      WORKER_URL: platform.workerUrl ?? '',
      MQTT_URL: platform.mqttUrl ?? '',
      DEVICE_HTTP_URL: platform.deviceHttpUrl ?? '',
      TENON_PLATFORM_FILE: path.join(dataDir, 'platform.json'),
    };
    // One journey at a time: they share a browser's worth of processor, and some kill processes.
    return await runJest({ name: 'e2e', args: ['--config', CONFIG, '--runInBand', ...patterns], signal, env }).finally(stop);
  } catch (failure) {
    terminal.say(describeFailure(failure));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
