// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environment } from '../../packages/tooling/src/cli/env.mjs';
import { childCommand, CHILDREN } from '../../packages/tooling/src/start/children.mjs';

/**
 * The real api, as a process, on a free port.
 * @param {string} databaseUrl
 * @param {Record<string, string>} [settings] Of its environment, beside those it needs.
 */
export async function startApi(databaseUrl, settings = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tenon-bench-'));
  const env = { ...environment(), DATABASE_URL: databaseUrl, API_PORT: '0', TENON_SECRET: '0'.repeat(64), TENON_DATA_DIR: folder, NODE_ENV: 'production', ...settings };
  const child = spawn(process.execPath, [...(environment()['BENCH_PROFILE'] ? ['--cpu-prof', `--cpu-prof-dir=${environment()['BENCH_PROFILE']}`] : []), ...asStarted()], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The api ended with ${code}.`)));
    child.stdout.on('data', (chunk) => {
      for (const line of String(chunk).split('\n')) if (line.includes('"api.started"')) resolve(JSON.parse(line).port);
    });
  });
  const url = `http://127.0.0.1:${port}`;
  return { url, pid: child.pid ?? 0, signUp: () => signUp(url), stop: () => stop(child, folder) };
}

/** Arguments of node, as `npm start` gives them. */
function asStarted() {
  const api = CHILDREN.find(({ name }) => name === 'api');
  if (!api) throw new Error('The platform has no api.');
  return childCommand(api, { PORTAL_PORT: 0, API_PORT: 0, MQTT_PORT: 0, DEVICE_HTTP_PORT: 0, WORKER_PORT: 0 }).args;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 */
async function stop(child, folder) {
  child.kill('SIGTERM');
  await once(child, 'exit');
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} url */
async function signUp(url) {
  const response = await post(`${url}/api/auth/sign-up`, { companyName: 'bench', email: 'bench@example.com', password: 'a long enough secret' }, '');
  const cookie = response.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const addMachines = async (/** @type {number} */ count) => {
    for (let index = 0; index < count; index += 1) await post(`${url}/graphql`, { query: `mutation { createDevice(input: { name: "machine ${index}" }) { token } }` }, cookie);
  };
  return { cookie, addMachines };
}

/** @param {string} url @param {object} body @param {string} cookie */
async function post(url, body, cookie) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return response;
}
