import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RepeatedWork } from './repeated-work.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

function working(faults: readonly number[] = []): { runs: () => number; failures: unknown[]; repeated: RepeatedWork } {
  let runs = 0;
  const failures: unknown[] = [];
  const work = (): Promise<void> => {
    runs += 1;
    return faults.includes(runs) ? Promise.reject(new Error(`run ${runs}`)) : Promise.resolve();
  };
  return { runs: () => runs, failures, repeated: new RepeatedWork({ work, everyMs: 1_000, afterFailureMs: 100, onFailure: (error) => failures.push(error) }) };
}

describe('RepeatedWork', () => {
  it('works at once and after each rest', async () => {
    const { runs, repeated } = working();
    repeated.start();
    expect(runs()).toBe(1);
    await pass(999);
    expect(runs()).toBe(1);
    await pass(1);
    expect(runs()).toBe(2);
    await repeated.close();
  });

  it('tells of a failure and comes back sooner', async () => {
    const { runs, failures, repeated } = working([1]);
    repeated.start();
    await pass(100);
    expect([runs(), failures]).toEqual([2, [new Error('run 1')]]);
    await pass(999);
    expect(runs()).toBe(2);
    await repeated.close();
  });

  it('begins nothing once it is closed, and waits for what is under way', async () => {
    const { runs, repeated } = working();
    repeated.start();
    await repeated.close();
    await pass(5_000);
    expect(runs()).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });
});
