import { afterEach, describe, expect, it } from '@jest/globals';
import { limited, notFound } from '@tenon/kernel';
import type { AskedChild, ChildState } from './child-device.repository.js';
import { ChildDevices, DEFAULT_CHILD_LIMITS, type ChildLimits } from './child-devices.js';
import { ChildrenOfGateway } from './children-of-gateway.js';

const gateway = (deviceId: string) => ({ tenantId: 't', deviceId });
const there = ({ gateway: { deviceId: gatewayId }, name }: AskedChild, deviceId = `${gatewayId}/${name}`): ChildState => ({ gatewayId, name, mode: 'open', deviceId, isRetired: false, code: null, details: {} });
const codeOf = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => null, (error: { code?: unknown }) => error.code);

describe('ChildDevices', () => {
  let made: ChildDevices | undefined;
  afterEach(() => made?.close());
  const children = (ask: (asked: readonly AskedChild[]) => Promise<ChildState[]>, limits: Partial<ChildLimits> = {}): ChildDevices => (made = new ChildDevices({ ask }, { warn: () => undefined }, { ...DEFAULT_CHILD_LIMITS, ...limits }));

  it('does not believe an answer that is from before a change: it asks anew', async () => {
    let asks = 0;
    const all: ChildDevices = children((asked) => {
      asks += 1;
      // The change is announced while the database answers.
      if (asks === 1) all.forget('g');
      return Promise.resolve(asked.map((child) => there(child, asks === 1 ? 'former' : 'new')));
    });
    expect(await all.of(gateway('g'), 'Press')).toEqual({ tenantId: 't', deviceId: 'new' });
  });

  it('lets no more wait than it has room for, of all gateways together', async () => {
    let answer: (() => void) | undefined;
    const all = children((asked) => new Promise((resolve) => (answer = () => resolve(asked.map((child) => there(child))))), { maxWaitingOfAll: 2 });
    const waiting = [all.of(gateway('g'), 'a'), all.of(gateway('h'), 'b')];
    expect(await codeOf(all.of(gateway('i'), 'c'))).toBe('CHILD.NOT_YET');
    while (!answer) await new Promise(setImmediate);
    answer();
    expect(await Promise.all(waiting)).toHaveLength(2);
  });

  it('forgets gateways that asked long ago where it remembers too much, but none that waits', async () => {
    const all = children((asked) => Promise.resolve(asked.map((child) => (child.name === 'slow' ? { ...there(child), deviceId: null } : there(child)))), { maxRemembered: 1 });
    await all.of(gateway('g'), 'a');
    const slow = codeOf(all.of(gateway('g'), 'slow'));
    await all.of(gateway('h'), 'b');
    await all.of(gateway('i'), 'c');
    expect([all.known(gateway('g'), 'a')?.deviceId, all.known(gateway('h'), 'b')]).toEqual(['g/a', undefined]);
    all.close();
    expect(await slow).toBe('CHILD.NOT_YET');
  });
});

describe('what a gateway was refused', () => {
  it('because the plan is full holds for every new name, and is forgotten with a change', () => {
    const of = new ChildrenOfGateway(gateway('g'));
    of.refuse('a', limited('CHILD.NO_ROOM', 'Full.'), 100);
    expect([of.refusal('a', 99)?.code, of.refusal('b', 99)?.code, of.refusal('b', 100)]).toEqual(['CHILD.NO_ROOM', 'CHILD.NO_ROOM', null]);
    of.forget();
    expect(of.refusal('b', 99)).toBeNull();
  });

  it('is remembered of the last thousand names', () => {
    const of = new ChildrenOfGateway(gateway('g'));
    for (let n = 0; n <= 1_000; n += 1) of.refuse(`m${n}`, notFound('X', 'No.'), 100);
    expect([of.size, of.refusal('m0', 0), of.refusal('m1', 0)?.code]).toEqual([1_000, null, 'X']);
  });
});
