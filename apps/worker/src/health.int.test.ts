import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLog, Shutdown } from '@tenon/runtime';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { envSchema } from './env.js';
import { startWorker } from './start-worker.js';

const log = createLog({ name: 'worker', level: 'silent' });
const shutdown = new Shutdown(log);
let database: TestDatabase;
let url: string;

beforeAll(async () => {
  database = await testDatabase();
  const env = envSchema.parse({ DATABASE_URL: database.databaseUrl, TENON_SECRET: 'ab'.repeat(32), WORKER_PORT: '0', NODE_ENV: 'test', TENON_DATA_DIR: mkdtempSync(path.join(tmpdir(), 'tenon-worker-')) });
  url = `http://127.0.0.1:${(await startWorker(env, log, shutdown)).port}`;
});
afterAll(async () => {
  await shutdown.run();
  await database.close();
});

const ask = async (page: string): Promise<[number, unknown]> => {
  const answer = await fetch(url + page);
  return [answer.status, await answer.json()];
};

describe('the worker’s health', () => {
  it('lives, can work, and shows its figures', async () => {
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
    const metrics = await fetch(`${url}/metrics`);
    expect(metrics.headers.get('content-type')).toContain('text/plain');
    expect(await metrics.text()).toContain('# TYPE tenon_job_outcomes_total counter');
  });

  it('cannot work without its queue, though the database answers', async () => {
    await database.sql('ALTER SCHEMA bullmq RENAME TO bullmq_away');
    expect(await ask('/readyz')).toEqual([503, { status: 'not-ready', code: 'QUEUE.UNAVAILABLE' }]);
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    await database.sql('ALTER SCHEMA bullmq_away RENAME TO bullmq');
    expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
  });
});
