import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { testWorker, type TestWorker } from './testing/test-worker.js';

let database: TestDatabase;
let worker: TestWorker;

beforeAll(async () => {
  database = await testDatabase();
  worker = await testWorker(database.databaseUrl);
});
afterAll(async () => {
  await worker.close();
  await database.close();
});

const ask = async (page: string): Promise<[number, unknown]> => {
  const answer = await fetch(worker.url + page);
  return [answer.status, await answer.json()];
};

describe('the worker’s health', () => {
  it('lives, can work, and shows its figures', async () => {
    expect(await ask('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await ask('/readyz')).toEqual([200, { status: 'ready' }]);
    const metrics = await fetch(`${worker.url}/metrics`);
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
