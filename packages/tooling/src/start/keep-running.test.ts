import { describe, expect, it } from '@jest/globals';
import { keepRunning } from './keep-running.mjs';

/** A child whose lives a test directs. */
function directed() {
  const lives: { end: (how: string) => void; answer: (isReady: boolean) => void; stops: number }[] = [];
  const launch = () => {
    let end: (how: string) => void = () => undefined;
    let answer: (isReady: boolean) => void = () => undefined;
    const exited = new Promise<string>((resolve) => (end = resolve));
    const ready = new Promise<boolean>((resolve) => (answer = resolve));
    const life = { end, answer, stops: 0 };
    lives.push(life);
    const stop = () => {
      life.stops += 1;
      end('stopped');
      return Promise.resolve();
    };
    return Promise.resolve({ pid: lives.length, exited, ready, stop, kill: () => end('killed'), lastWords: () => ['its last words'] });
  };
  return { lives, launch };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a child that is kept running', () => {
  it('is started again when it dies, and both are told', async () => {
    const said: string[] = [];
    const pids: number[] = [];
    const { lives, launch } = directed();
    const kept = keepRunning({ name: 'api', launch, say: (line) => said.push(line), onPid: (pid) => pids.push(pid) });
    await settled();
    lives[0]!.answer(true);
    await kept.ready;
    lives[0]!.end('signal SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 400));
    lives[1]!.answer(true);
    await settled();
    expect(said).toEqual(['api stopped (signal SIGKILL); starting it again in 0.3 s.', 'api is back.']);
    expect(pids).toEqual([1, 0, 2]);
    await kept.stop();
    expect(lives).toHaveLength(2);
    expect(lives[1]!.stops).toBe(1);
  });

  it('fails for good when it never answers', async () => {
    const { lives, launch } = directed();
    const kept = keepRunning({ name: 'api', launch, say: () => undefined, falls: 1 });
    await settled();
    lives[0]!.answer(false);
    lives[0]!.end('exit code 1');
    await expect(kept.ready).rejects.toMatchObject({ name: 'Problem', message: 'api does not start (exit code 1).', lines: ['its last words'] });
    await kept.stop();
    expect(lives).toHaveLength(1);
  });

  it('is renewed at once, without a word of alarm', async () => {
    const said: string[] = [];
    const { lives, launch } = directed();
    const kept = keepRunning({ name: 'api', launch, say: (line) => said.push(line) });
    await settled();
    await kept.renew();
    await settled();
    expect(lives).toHaveLength(2);
    expect(said).toEqual([]);
    await kept.stop();
  });

  it('is not started again while it waits out its backoff and is stopped', async () => {
    const { lives, launch } = directed();
    const kept = keepRunning({ name: 'api', launch, say: () => undefined });
    await settled();
    lives[0]!.end('exit code 1');
    await settled();
    await kept.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(lives).toHaveLength(1);
  });
});

describe('whether a child is up', () => {
  it('follows its present life', async () => {
    const { lives, launch } = directed();
    const kept = keepRunning({ name: 'db', launch, say: () => undefined });
    await settled();
    expect(kept.isUp()).toBe(false);
    lives[0]!.answer(true);
    await kept.ready;
    expect(kept.isUp()).toBe(true);
    lives[0]!.end('signal SIGKILL');
    await settled();
    expect(kept.isUp()).toBe(false);
    await kept.stop();
  });
});
