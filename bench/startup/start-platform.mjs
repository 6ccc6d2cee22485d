// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../../packages/tooling/src/cli/env.mjs';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const ANY_PORT = { PORTAL_PORT: '0', API_PORT: '0', MQTT_PORT: '0', DEVICE_HTTP_PORT: '0', WORKER_PORT: '0' };

/** @param {string} dataDir */
function isRunning(dataDir) {
  const file = path.join(dataDir, 'platform.json');
  return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).state === 'running';
}

/**
 * @typedef {{ args?: readonly string[], settings?: Record<string, string> }} StartWishes
 * @typedef {{ pid: number, stop: () => Promise<void> }} StartedPlatform
 */

/**
 * Starts the platform as `npm start` does and resolves once it runs.
 * @param {string} dataDir
 * @param {StartWishes} wishes
 * @returns {Promise<StartedPlatform>}
 */
export async function startPlatform(dataDir, { args = [], settings = {} }) {
  mkdirSync(dataDir, { recursive: true });
  const env = { ...environment(), ...ANY_PORT, TENON_DATA_DIR: dataDir, NODE_OPTIONS: '', ...settings };
  const child = spawn(process.execPath, ['packages/tooling/src/start/main.mjs', '--no-install', '--demo', ...args], { cwd: REPOSITORY, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output = (output + text).slice(-20_000)));
  const ended = once(child, 'exit').then(() => {
    throw new Error(`The platform did not start:\n${output}`);
  });
  await Promise.race([running(dataDir), ended]);
  return {
    pid: child.pid ?? 0,
    async stop() {
      ended.catch(() => undefined);
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** @param {string} dataDir */
function running(dataDir) {
  return new Promise((resolve) => {
    const watcher = watch(dataDir, () => {
      if (!isRunning(dataDir)) return;
      watcher.close();
      resolve(undefined);
    });
  });
}
