import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defineJob } from '@tenon/contracts/jobs';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { tenantId } from '@tenon/kernel';
import { createLog, createMetrics } from '@tenon/runtime';
import { testDatabase, testRedis, watchOutbox, type OutboxWatch, type TestDatabase } from '@tenon/testing';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { z } from 'zod';
import { Backend, HandlesJob, JobRunner, type JobContext, type JobHandler } from './index.js';

const payload = z.object({ items: z.array(z.string()) });
const definition = { queue: 'events', scope: 'tenant', payload, attempts: 3, backoffMs: 10, timeoutMs: 60_000, subject: ({ items }: z.infer<typeof payload>) => items[0] ?? '' } as const;
const news = defineJob({ ...definition, name: 'test.news', merging: { key: () => '', merged: (waiting, next) => ({ items: [...waiting.items, ...next.items] }), gatherMs: 0 } });
const task = defineJob({ ...definition, name: 'test.task' });
const log = createLog({ name: 'test', level: 'silent' });
const [A, B] = [tenantId(randomUUID()), tenantId(randomUUID())];
const redisUrl = await testRedis();

/** Notes each run as it begins, and ends it when the gate is open. */
class Gated extends EventEmitter {
  readonly runs: string[][] = [];
  private open: () => void = () => undefined;
  private readonly gate = new Promise<void>((resolve) => (this.open = resolve));

  async handle({ payload: { items } }: JobContext<typeof news>): Promise<void> {
    this.runs.push(items);
    this.emit('run');
    await this.gate;
  }

  letGo(): void {
    this.open();
  }
}
@HandlesJob(news)
class NewsHandler extends Gated implements JobHandler<typeof news> {}
@HandlesJob(task)
class TaskHandler extends Gated implements JobHandler<typeof task> {}

function suite(name: string, redis: string | undefined): void {
  describe(`turns on ${name}`, () => {
    let test: TestDatabase;
    let db: Database;
    let outbox: OutboxWatch;
    let runner: JobRunner | undefined;
    let [told, tasks] = [new NewsHandler(), new TaskHandler()];

    beforeAll(async () => {
      test = await testDatabase();
      db = openDatabase({ databaseUrl: test.databaseUrl, log });
      outbox = await watchOutbox(test);
      await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'A'), ($2, 'B')`, [A, B]);
    });
    afterEach(async () => {
      for (const handler of [told, tasks]) handler.letGo();
      await stop();
      await test.sql('DELETE FROM outbox');
    });
    afterAll(async () => {
      await outbox.close();
      await db.close();
      await test.close();
    });

    const start = async (): Promise<void> => {
      [told, tasks] = [new NewsHandler(), new TaskHandler()];
      runner = await JobRunner.start({ databaseUrl: test.databaseUrl, redisUrl: redis, prefix: test.name, system: db.system, catalogue: [news, task], instances: [told, tasks], log, metrics: createMetrics('test'), concurrency: { events: 1 } });
    };
    const stop = async (): Promise<void> => {
      await runner?.close();
      runner = undefined;
    };
    const promise = (job: typeof news, item: string, company = A): Promise<void> => db.tenant.transaction(systemActor(company), (tx) => tx.enqueue(job, { items: [item] }));
    const wipe = async (): Promise<void> => {
      const queue = new Backend({ databaseUrl: test.databaseUrl, redisUrl: redis, prefix: test.name }).queue('events');
      await queue.obliterate({ force: true });
      await queue.close();
    };
    const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `a${index}`);

    it('does two hundred of one company as a few jobs, and another company’s after at most two of them', async () => {
      await start();
      const [first = '', ...others] = numbered(200);
      const began = once(told, 'run');
      await promise(news, first);
      await began;
      for (const item of others) await promise(news, item);
      await promise(news, 'b', B);
      await outbox.issued('b');
      told.letGo();
      await outbox.idle();
      expect(told.runs.findIndex(([item]) => item === 'b')).toBeLessThanOrEqual(2);
      // Under way, waiting, and one more where the relay held the waiting one just then.
      expect(told.runs.length).toBeLessThanOrEqual(4);
      expect(told.runs.flat().filter((item) => item !== 'b')).toEqual([first, ...others]);
    });

    it('lets a backlog that cannot be merged wait behind itself', async () => {
      await start();
      const items = numbered(40);
      const began = once(tasks, 'run');
      for (const item of items) await promise(task, item);
      await began;
      await promise(task, 'b', B);
      // The relay has been through all of it: what it may hand over is in the queue.
      await outbox.issued('b');
      tasks.letGo();
      await outbox.idle();
      expect(tasks.runs.flat().indexOf('b')).toBeLessThanOrEqual(2);
      expect(tasks.runs.flat().filter((item) => item !== 'b')).toEqual(items);
    });

    it('holds up no company’s other kinds of job', async () => {
      await start();
      const began = once(tasks, 'run');
      for (const item of numbered(3)) await promise(task, item);
      await began;
      await promise(news, 'other');
      await outbox.issued('other');
      tasks.letGo();
      told.letGo();
      expect(await outbox.idle()).toEqual(['done', 'done', 'done', 'done']);
    });

    it('loses nothing of what was merged when the queue is wiped', async () => {
      await promise(news, 'a0');
      // Handed over, and gone before a worker began.
      await test.sql(`UPDATE outbox SET state = 'issued', issued_at = now() - interval '1 minute'`);
      await promise(news, 'a1');
      await wipe();
      await start();
      told.letGo();
      await runner?.relay.sweep();
      expect(await outbox.idle()).toEqual(['done']);
      expect(told.runs).toEqual([['a0', 'a1']]);
    });

    it('does again what a worker had begun when it was killed, as it was begun, and then what came meanwhile', async () => {
      await promise(news, 'a0');
      // As a killed worker leaves it: begun, and no outcome.
      await test.sql(`UPDATE outbox SET state = 'issued', started_at = now(), issued_at = now() - interval '1 minute'`);
      await wipe();
      for (const item of ['a1', 'a2']) await promise(news, item);
      await start();
      told.letGo();
      await runner?.relay.sweep();
      expect(await outbox.idle()).toEqual(['done', 'done']);
      expect(told.runs.toSorted()).toEqual([['a0'], ['a1', 'a2']]);
    });
  });
}

suite('PostgreSQL', undefined);
if (redisUrl) suite('Redis', redisUrl);
else it.skip('turns on Redis: no redis-server or valkey-server on this machine, and TENON_TEST_REDIS_URL is not set', () => undefined);
