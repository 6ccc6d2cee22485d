import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createShutdown } from './shutdown.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

describe('shutdown', () => {
  let before: Map<string, unknown[]>;
  beforeEach(() => {
    before = new Map(SIGNALS.map((signal) => [signal, process.listeners(signal)]));
  });
  afterEach(() => {
    for (const signal of SIGNALS) {
      for (const listener of process.listeners(signal)) if (!before.get(signal)?.includes(listener)) process.removeListener(signal, listener);
    }
  });

  function stage() {
    const events: string[] = [];
    const clock = { nowMs: 1 };
    const shutdown = createShutdown({ say: (line) => events.push(line), exit: (code) => events.push(`exit ${code}`), now: () => clock.nowMs });
    const add = (name: string, stop: () => Promise<void> = () => Promise.resolve()) =>
      shutdown.add({ name, stop: () => stop().finally(() => events.push(`stop ${name}`)), kill: () => void events.push(`kill ${name}`) });
    return { events, clock, shutdown, add };
  }

  it('stops the last started first, over one that fails', async () => {
    const { events, shutdown, add } = stage();
    add('database');
    add('api', () => Promise.reject(new Error('stuck')));
    add('portal');
    shutdown.begin('test');
    await shutdown.run();
    expect(events).toEqual(['Stopping (test) …', 'stop portal', 'stop api', 'api did not stop well: stuck', 'stop database']);
    expect(shutdown.signal.aborted).toBe(true);
  });

  it('takes npm’s echo of one Ctrl-C for one, and a later one for impatience', async () => {
    const { events, clock, shutdown, add } = stage();
    add('api', () => new Promise(() => undefined));
    process.emit('SIGINT', 'SIGINT');
    process.emit('SIGINT', 'SIGINT');
    void shutdown.run();
    expect(events).toEqual([expect.stringMatching(/^Stopping/)]);
    clock.nowMs += 1_001;
    process.emit('SIGINT', 'SIGINT');
    expect(events.slice(1)).toEqual(['Stopping at once.', 'kill api', 'exit 1']);
  });
});
