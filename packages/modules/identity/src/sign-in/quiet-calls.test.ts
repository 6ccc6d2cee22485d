import { describe, expect, it } from '@jest/globals';
import { AsyncLocalStorage } from 'node:async_hooks';
import { QuietCalls } from './quiet-calls.js';

const storage = new AsyncLocalStorage<string>();
const calls = new QuietCalls(() => Promise.resolve([storage])).wrap({
  within: (name: string, wait: Promise<void>) => storage.run(name, async () => (await wait, storage.getStore())),
  stay: (name: string) => Promise.resolve(storage.enterWith(name)),
  fail: () => storage.run('failing', () => Promise.reject(new Error('changed my mind'))),
  path: '/somewhere',
});

function gate(): { promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open };
}

describe('QuietCalls', () => {
  it('leaves a call its storage for as long as it runs, whoever ends before it', async () => {
    const [slow, quick] = [gate(), gate()];
    const first = calls.within('slow', slow.promise);
    const second = calls.within('quick', quick.promise);
    quick.open();
    expect(await second).toBe('quick');
    slow.open();
    expect(await first).toBe('slow');
  });

  it('turns the storage off when the last call has ended, well or not', async () => {
    await calls.stay('left behind');
    expect(storage.getStore()).toBeUndefined();
    await expect(calls.fail()).rejects.toThrow('changed my mind');
    await storage.run('alive', async () => {
      await calls.within('other', Promise.resolve());
      expect(storage.getStore()).toBeUndefined();
    });
  });

  it('hands on what is not a function', () => {
    expect(calls.path).toBe('/somewhere');
  });
});
