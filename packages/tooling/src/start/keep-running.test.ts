import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { keepRunning } from './keep-running.mjs';

/** A child whose lives a test directs, and the waits between them. */
function directed(options: { falls?: number } = {}) {
  const lives: { end: (how: string) => void; answer: (isReady: boolean) => void; stops: number }[] = [];
  const waits: { durationMs: number; over: () => void }[] = [];
  const [said, pids] = [[] as string[], [] as number[]];
  const events = new EventEmitter();
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
  const kept = keepRunning({
    name: 'api',
    launch,
    say: (line) => {
      said.push(line);
      events.emit('said');
    },
    onPid: (pid) => {
      pids.push(pid);
      events.emit(pid === 0 ? 'down' : 'up');
    },
    wait: (durationMs, signal) => new Promise((resolve) => {
      waits.push({ durationMs, over: resolve });
      signal.addEventListener('abort', () => resolve());
      events.emit('waiting');
    }),
    ...options,
  });
  return { kept, lives, waits, said, pids, next: (event: 'up' | 'down' | 'said' | 'waiting') => once(events, event) };
}

describe('a child that is kept running', () => {
  it('is started again when it dies and its pause is over, and both are told', async () => {
    const { kept, lives, waits, said, pids, next } = directed();
    await next('up');
    lives[0]!.answer(true);
    await kept.ready;
    const waiting = next('waiting');
    lives[0]!.end('signal SIGKILL');
    await waiting;
    expect(waits.map(({ durationMs }) => durationMs)).toEqual([250]);
    expect(lives).toHaveLength(1);
    const up = next('up');
    waits[0]!.over();
    await up;
    const back = next('said');
    lives[1]!.answer(true);
    await back;
    expect(said).toEqual(['api stopped (signal SIGKILL); starting it again in 0.3 s.', 'api is back.']);
    expect(pids).toEqual([1, 0, 2]);
    await kept.stop();
    expect(lives).toHaveLength(2);
    expect(lives[1]!.stops).toBe(1);
  });

  it('fails for good when it never answers', async () => {
    const { kept, lives, next } = directed({ falls: 1 });
    await next('up');
    lives[0]!.answer(false);
    lives[0]!.end('exit code 1');
    await expect(kept.ready).rejects.toMatchObject({ name: 'Problem', message: 'api does not start (exit code 1).', lines: ['its last words'] });
    await kept.stop();
    expect(lives).toHaveLength(1);
  });

  it('is renewed at once, without a word of alarm', async () => {
    const { kept, lives, waits, said, next } = directed();
    await next('up');
    const up = next('up');
    await kept.renew();
    await up;
    expect(lives).toHaveLength(2);
    expect(waits).toEqual([]);
    expect(said).toEqual([]);
    await kept.stop();
  });

  it('is not started again when it is stopped while it waits out its backoff', async () => {
    const { kept, lives, next } = directed();
    await next('up');
    const waiting = next('waiting');
    lives[0]!.end('exit code 1');
    await waiting;
    // Resolves only once nothing more is to come.
    await kept.stop();
    expect(lives).toHaveLength(1);
  });
});

describe('whether a child is up', () => {
  it('follows its present life', async () => {
    const { kept, lives, next } = directed();
    await next('up');
    expect(kept.isUp()).toBe(false);
    lives[0]!.answer(true);
    await kept.ready;
    expect(kept.isUp()).toBe(true);
    const down = next('down');
    lives[0]!.end('signal SIGKILL');
    await down;
    expect(kept.isUp()).toBe(false);
    await kept.stop();
  });
});
