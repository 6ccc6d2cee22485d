import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defineJob } from '@tenon/contracts/jobs';
import { openDatabase, type Database } from '@tenon/db';
import { systemActor } from '@tenon/domain/identity';
import { invalid, tenantId } from '@tenon/kernel';
import { createLog, createMetrics, type Registry } from '@tenon/runtime';
import { testDatabase, testRedis, watchOutbox, type OutboxWatch, type TestDatabase } from '@tenon/testing';
import { guardBystander } from '@tenon/testing/bystander';
import { EventEmitter, once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Backend, HandlesJob, JobRunner, QUEUE_NAMES, type JobContext, type JobHandler } from './index.js';
import { retryJob } from './outbox.js';

const note = defineJob({ name: 'test.note', queue: 'identity', scope: 'tenant', payload: z.object({ text: z.string() }), attempts: 3, backoffMs: 10, timeoutMs: 5_000, subject: ({ text }) => text });
const log = createLog({ name: 'test', level: 'silent' });
const tenant = tenantId(randomUUID());
const redisUrl = await testRedis();

@HandlesJob(note)
class NoteHandler extends EventEmitter implements JobHandler<typeof note> {
  readonly runs: { text: string; tenant: string | undefined; attempt: number }[] = [];
  failures = 0;
  kind: 'retry' | 'invalid' = 'retry';

  async handle({ payload, actor, attempt }: JobContext<typeof note>): Promise<void> {
    this.runs.push({ text: payload.text, tenant: actor?.tenantId, attempt });
    this.emit('run', payload.text);
    if (this.failures-- > 0) throw this.kind === 'invalid' ? invalid('NOTE.WRONG', 'wrong') : new Error('try again');
    return Promise.resolve();
  }
}

function suite(name: string, redis: string | undefined): void {
  describe(`jobs on ${name}`, () => {
    let test: TestDatabase;
    let db: Database;
    let outbox: OutboxWatch;
    let runner: JobRunner | undefined;
    let handler: NoteHandler;
    let metrics: Registry;

    beforeAll(async () => {
      test = await testDatabase();
      db = openDatabase({ databaseUrl: test.databaseUrl, log });
      outbox = await watchOutbox(test);
      await test.sql(`INSERT INTO tenant (id, name) VALUES ($1, 'A')`, [tenant]);
    });
    afterEach(() => stop());
    afterAll(async () => {
      await outbox.close();
      await db.close();
      await test.close();
    });
    guardBystander({ database: () => test });

    const start = async (handling: Partial<Pick<NoteHandler, 'failures' | 'kind'>> = {}): Promise<void> => {
      handler = Object.assign(new NoteHandler(), handling);
      metrics = createMetrics('test');
      runner = await JobRunner.start({ databaseUrl: test.databaseUrl, redisUrl: redis, prefix: test.name, system: db.system, catalogue: [note], instances: [handler], log, metrics });
    };
    /** Waits for what is under way; the queue has heard of each failure then. */
    const stop = async (): Promise<void> => {
      await runner?.close();
      runner = undefined;
    };
    const promise = (text: string): Promise<void> => db.tenant.transaction(systemActor(tenant), (tx) => tx.enqueue(note, { text }));
    const stateOf = async (text: string): Promise<string | undefined> => (await test.sql<{ state: string }>('SELECT state FROM outbox WHERE subject = $1', [text]))[0]?.state;
    const settled = async (text: string): Promise<string | undefined> => (await outbox.settled(text)).at(-1);
    /** As it stands when a worker dies, or the database is away, before the outcome is recorded: the queue gave the job up. */
    const loseOutcome = (text: string): Promise<unknown> => test.sql(`UPDATE outbox SET state = 'issued', error = NULL, issued_at = now() - interval '1 minute' WHERE subject = $1`, [text]);
    const sweep = (): Promise<void> | undefined => runner?.relay.sweep();

    it('runs what a committed transaction promised, as that tenant, and records it', async () => {
      await start();
      await promise('hello');
      expect(await settled('hello')).toBe('done');
      expect(handler.runs).toEqual([{ text: 'hello', tenant, attempt: 1 }]);
    });

    it('runs nothing that was taken back', async () => {
      await start();
      await db.tenant
        .transaction(systemActor(tenant), async (tx) => {
          await tx.enqueue(note, { text: 'never' });
          throw new Error('no');
        })
        .catch(() => undefined);
      await promise('after');
      await settled('after');
      expect(handler.runs.map((run) => run.text)).toEqual(['after']);
    });

    it('tries again after a fault, and gives up at once on what cannot succeed', async () => {
      await start();
      handler.failures = 2;
      await promise('flaky');
      expect(await settled('flaky')).toBe('done');
      expect(handler.runs.map((run) => run.attempt)).toEqual([1, 2, 3]);
      Object.assign(handler, { failures: 9, kind: 'invalid', runs: [] });
      await promise('wrong');
      expect(await settled('wrong')).toBe('failed');
      expect(handler.runs).toHaveLength(1);
    });

    it('counts deliveries by job and outcome', async () => {
      await start();
      handler.failures = 1;
      await promise('counted');
      await settled('counted');
      Object.assign(handler, { failures: 1, kind: 'invalid' });
      await promise('refused');
      await settled('refused');
      // Closing waits for what is under way, the last count too.
      await stop();
      const text = await metrics.metrics();
      for (const outcome of ['done', 'retried', 'failed']) expect(text).toMatch(new RegExp(`tenon_job_outcomes_total\\{job="test.note",outcome="${outcome}",service="test"\\} 1\n`));
    });

    it('answers a ping', async () => {
      await start();
      await expect(runner?.ping()).resolves.toBeUndefined();
    });

    it('loses nothing when the queue is wiped', async () => {
      // Handed over while nobody works, then the queue is emptied behind our back.
      const backend = new Backend({ databaseUrl: test.databaseUrl, redisUrl: redis, prefix: test.name });
      await promise('wiped');
      await start();
      await once(handler, 'run');
      await settled('wiped');
      await stop();
      await test.sql(`UPDATE outbox SET state = 'issued', issued_at = now() - interval '1 minute' WHERE subject = 'wiped'`);
      for (const name of QUEUE_NAMES) {
        const queue = backend.queue(name);
        await queue.obliterate({ force: true });
        await queue.close();
      }
      await start();
      await sweep();
      expect(await settled('wiped')).toBe('done');
      expect(handler.runs.map((run) => run.text)).toEqual(['wiped']);
    });

    it('hands over again what the queue gave up without an outcome, and leaves alone what failed for good', async () => {
      await start();
      Object.assign(handler, { failures: 2, kind: 'invalid' });
      for (const text of ['given up', 'for good']) {
        await promise(text);
        expect(await settled(text)).toBe('failed');
      }
      await stop();
      await loseOutcome('given up');
      await start();
      await sweep();
      expect(await settled('given up')).toBe('done');
      await test.sql(`UPDATE outbox SET issued_at = now() - interval '1 minute' WHERE subject = 'for good'`);
      await sweep();
      expect(await stateOf('for good')).toBe('failed');
      expect(handler.runs.map((run) => run.text)).toEqual(['given up']);
    });

    it('puts aside what the queue gave up again and again, until it is promised anew', async () => {
      await promise('poison');
      for (let loss = 1; loss <= 3; loss += 1) {
        await start({ failures: 1, kind: 'invalid' });
        await sweep();
        expect(await settled('poison')).toBe('failed');
        await stop();
        await loseOutcome('poison');
      }
      await start();
      await sweep();
      await sweep();
      expect(handler.runs).toEqual([]);
      const [row] = await test.sql<{ id: string; state: string; error: string }>(`SELECT id::text, state, error FROM outbox WHERE subject = 'poison'`);
      expect(row).toMatchObject({ state: 'failed', error: expect.stringContaining('JOB.LOST: given up by the queue 3 times') });
      expect(await metrics.metrics()).toContain('tenon_job_outcomes_total{job="test.note",outcome="put-aside",service="test"} 1\n');
      expect(await db.system.run('test', (tx) => retryJob(tx, row?.id ?? ''))).toBe(true);
      expect(await settled('poison')).toBe('done');
      expect(await db.system.run('test', (tx) => retryJob(tx, row?.id ?? ''))).toBe(false);
    });

    it('does not run again what was done, however often it is delivered', async () => {
      await start();
      await promise('once');
      await settled('once');
      await sweep();
      await promise('marker');
      await settled('marker');
      expect(handler.runs.filter((run) => run.text === 'once')).toHaveLength(1);
    });
  });
}

suite('PostgreSQL', undefined);
if (redisUrl) suite('Redis', redisUrl);
else it.skip('jobs on Redis: no redis-server or valkey-server on this machine, and TENON_TEST_REDIS_URL is not set', () => undefined);

describe('start', () => {
  it('refuses a job without a handler, or with two', async () => {
    const start = (instances: object[]): Promise<JobRunner> => JobRunner.start({ databaseUrl: 'postgres://x/y', system: undefined as never, catalogue: [note], instances, log, metrics: createMetrics('test') });
    await expect(start([])).rejects.toMatchObject({ code: 'JOB.HANDLERS' });
    await expect(start([new NoteHandler(), new NoteHandler()])).rejects.toMatchObject({ code: 'JOB.HANDLERS' });
  });
});
