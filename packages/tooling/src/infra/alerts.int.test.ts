import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { programFile } from '../bundler/programs.mjs';
import { partsOf, readAlerts } from './alert-rules.js';
import { textOf } from './repository-files.js';

/** What Prometheus makes by itself of each process that it asks. */
const ITS_OWN = ['up'];
const OPEN = { api: 'api.started', worker: 'worker.started', gateway: 'gateway.open' } as const;

let database: TestDatabase;
const children: ChildProcess[] = [];
const origins: Record<string, string> = {};

/** Starts a process as it is, and notes where its figures are. */
async function start(app: keyof typeof OPEN): Promise<void> {
  const env = { DATABASE_URL: database.databaseUrl, TENON_SECRET: 'ab'.repeat(32), TENON_DATA_DIR: mkdtempSync(path.join(tmpdir(), 'tenon-alerts-')), API_PORT: '0', WORKER_PORT: '0', MQTT_PORT: '0', DEVICE_HTTP_PORT: '0' };
  const child = spawn(process.execPath, [programFile(app, 'main')], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  origins[app] = await new Promise((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (!line.includes(`"${OPEN[app]}"`)) return;
      const { port, httpPort } = JSON.parse(line) as { port?: number; httpPort?: number };
      resolve(`http://127.0.0.1:${httpPort ?? port}`);
    });
    child.once('exit', (code) => reject(new Error(`${app} ended with ${code}.`)));
  });
}

beforeAll(async () => {
  database = await testDatabase();
  for (const app of ['api', 'worker', 'gateway'] as const) await start(app);
});
afterAll(async () => {
  await Promise.all(children.map(async (child) => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }));
  await database.close();
});

const figuresOf = async (app: string): Promise<string> => (await fetch(`${origins[app]}/metrics`)).text();

it('every figure that an alert looks at is one that a running process shows', async () => {
  const shown = (await Promise.all(Object.keys(OPEN).map(figuresOf))).join('\n');
  const names = new Set([...shown.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) => (type === 'histogram' ? [`${name}_bucket`, `${name}_sum`, `${name}_count`] : [name])));
  const asked = new Set(readAlerts(textOf('infra/prometheus/alerts.yaml')).flatMap(({ expr }) => partsOf(expr).metrics));
  expect([...asked].filter((name) => !names.has(name) && !ITS_OWN.includes(name))).toEqual([]);
});

it('a sign-in that fails, and a job that waits, are among them', async () => {
  const answer = await fetch(`${origins['api']}/api/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'nobody@example.com', password: 'not the right one' }) });
  expect(answer.ok).toBe(false);
  expect(await figuresOf('api')).toMatch(/^tenon_api_refusals_total\{[^}]*code="AUTH\.WRONG_CREDENTIALS"[^}]*\} 1$/m);
  const outbox = await figuresOf('worker');
  for (const said of [/^tenon_outbox_is_known\{[^}]*\} 1$/m, /^tenon_outbox_failed_jobs\{[^}]*\} 0$/m, /^tenon_outbox_oldest_waiting_seconds\{[^}]*\} \d/m]) expect(outbox).toMatch(said);
});
