// @ts-check
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment } from '../cli/env.mjs';
import { lastLines } from '../cli/last-lines.mjs';
import { eachLine } from '../cli/line-splitter.mjs';
import { Problem } from '../cli/problem.mjs';
import { isAlive } from '../cli/process-identity.mjs';
import { CACHE_FOLDER, REPOSITORY } from '../cli/repository.mjs';
import { openRotatingLog } from '../cli/rotating-log.mjs';
import { waitUntil } from '../cli/sleep.mjs';
import { removeDataFolder } from '../postgres/index.mjs';
import { anyFreePort } from '../start/any-free-port.mjs';
import { portVariables } from '../start/config.mjs';
import { readPlatformFile } from '../start/platform-file.mjs';
import { freeUdpPort } from './free-udp-port.mjs';

/** @typedef {import('../start/platform-file.mjs').PlatformFile} PlatformFile */

/**
 * @typedef {object} TestPlatform
 * @property {string} dataDir
 * @property {PlatformFile} platform
 * @property {Record<string, string>} outside Where it looks for what is not its own, and by which secrets: a journey may stand there.
 * @property {() => Promise<void>} stop Stops it and removes its data.
 */

const START_TIMEOUT_MS = 5 * 60_000;
const STOP_TIMEOUT_MS = 60_000;

/**
 * Starts a whole platform as a person would, on ports and data of its own.
 * @param {{ signal: AbortSignal, say: (line: string) => void }} options
 * @returns {Promise<TestPlatform>}
 */
export async function startTestPlatform({ signal, say }) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-e2e-'));
  chmodSync(dataDir, 0o711); // so that root's unprivileged account finds room in it
  const { DATABASE_URL: _database, REDIS_URL: _redis, SMTP_URL: _mail, PUBLIC_URL: _public, TENON_SECRET: _secret, SIMULATOR_MQTT_URL: _broker, ...outer } = environment();
  const ports = Object.fromEntries(portVariables().map((name) => [name, '0']));
  const outside = {
    DNS_SERVERS: `127.0.0.1:${await freeUdpPort()}`,
    STRIPE_API_URL: `http://127.0.0.1:${await anyFreePort()}`,
    STRIPE_SECRET_KEY: 'sk_test_journeys',
    STRIPE_WEBHOOK_SECRET: 'whsec_journeys',
  };
  const main = path.join(REPOSITORY, 'packages', 'tooling', 'src', 'start', 'main.mjs');
  const child = spawn(process.execPath, [main, '--no-install'], {
    cwd: REPOSITORY,
    // Robots and identity providers of the journeys stand on this machine as well.
    env: { ...outer, ...ports, ...outside, TENON_DATA_DIR: dataDir, OUTGOING_ALLOWED_HOSTS: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32', // Ctrl-C stops it through us, after the tests
  });
  const log = openRotatingLog(path.join(CACHE_FOLDER, 'reports', 'platform.log'));
  const tail = lastLines(40);
  for (const stream of [child.stdout, child.stderr]) {
    eachLine(stream, (line) => {
      tail.add(line);
      log.write(line);
    });
  }
  const life = { isOver: false };
  child.once('exit', () => (life.isOver = true));
  const stop = async () => {
    const pids = Object.values(readPlatformFile(dataDir)?.processes ?? {});
    child.kill('SIGTERM');
    const isClean = (await waitUntil(() => life.isOver, { timeoutMs: STOP_TIMEOUT_MS })) && !pids.some(isAlive);
    if (!isClean) [child.pid, ...pids].filter((pid) => pid !== undefined && isAlive(pid)).forEach((pid) => process.kill(Number(pid), 'SIGKILL'));
    log.close();
    await removeDataFolder(dataDir);
    if (!isClean) throw new Problem('The platform for the journeys did not stop with all its processes when it was told to:', { lines: tail.get() });
  };
  const isUp = () => readPlatformFile(dataDir)?.state === 'running';
  await waitUntil(() => isUp() || life.isOver || signal.aborted, { timeoutMs: START_TIMEOUT_MS, everyMs: 200 });
  const platform = readPlatformFile(dataDir);
  if (platform?.state === 'running') {
    say(`  platform on ${platform.portalUrl}`);
    return { dataDir, platform, outside, stop };
  }
  await stop();
  throw new Problem('The platform for the journeys did not start:', { lines: tail.get() });
}
