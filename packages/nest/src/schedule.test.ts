import { expect, it } from '@jest/globals';
import type { Log } from '@tenon/runtime';
import { Schedule } from './schedule.js';

const silent = (): undefined => undefined;

class Faulty extends Schedule {
  readonly runs: Date[] = [];

  constructor(warn: Log['warn']) {
    super({ debug: silent, info: silent, warn, error: silent }, { everyMs: 60_000, afterFailureMs: 60_000, failureEvent: 'test.failed' });
  }

  execute(now: Date): Promise<void> {
    this.runs.push(now);
    return Promise.reject(new Error('not now'));
  }
}

it('begins with the process, logs a failure under its own event, and ends with the process', async () => {
  const warnings: unknown[][] = [];
  const schedule = new Faulty((...warning) => void warnings.push(warning));
  expect(schedule.runs).toHaveLength(0);
  schedule.onApplicationBootstrap();
  await schedule.beforeApplicationShutdown();
  expect(schedule.runs).toHaveLength(1);
  expect(warnings).toEqual([['test.failed', { error: new Error('not now') }]]);
});
