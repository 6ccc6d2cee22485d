import { expect, it } from '@jest/globals';
import { SessionStore, type SessionLimits } from './session.js';

const LIMITS: SessionLimits = { maxKeptPerMachine: 3, maxKeptSessions: 5, maxOutgoing: 4 };

/** Connects and goes away, to be kept for a minute. @returns whether it was known */
function visit(store: SessionStore, deviceId: string, clientId: string): boolean {
  const { session, isPresent } = store.open(deviceId, clientId, false);
  session.expiryMs = 60_000;
  store.keep(session);
  return isPresent;
}

it('gives a kept session back to its own client only, unless it starts clean', () => {
  const store = new SessionStore(LIMITS);
  const { session, isPresent } = store.open('device', 'client', false);
  expect(isPresent).toBe(false);
  session.expiryMs = 60_000;
  store.keep(session);
  expect(store.open('other', 'client', false).isPresent).toBe(false);
  expect(store.open('device', 'client', false)).toEqual({ session, isPresent: true });
  store.keep(session);
  expect(store.open('device', 'client', true).isPresent).toBe(false);
  expect(store.open('device', 'client', false).isPresent).toBe(false);
  store.close();
});

it('keeps nothing that ends with its connection', () => {
  const store = new SessionStore(LIMITS);
  store.keep(store.open('device', 'client', false).session);
  expect(store.open('device', 'client', false).isPresent).toBe(false);
});

it('lets a machine that keeps too many lose its own oldest, and no other machine any', () => {
  const store = new SessionStore(LIMITS);
  visit(store, 'neighbour', 'plc');
  for (let n = 0; n < 100; n += 1) visit(store, 'flood', `client-${n}`);
  expect(visit(store, 'neighbour', 'plc')).toBe(true);
  expect(['client-96', 'client-97', 'client-99'].map((clientId) => store.open('flood', clientId, false).isPresent)).toEqual([false, true, true]);
  store.close();
});

it('takes from the machine that keeps most where all are too many', () => {
  const store = new SessionStore(LIMITS);
  visit(store, 'one', 'plc');
  for (const clientId of ['a', 'b', 'c']) visit(store, 'many', clientId);
  for (const deviceId of ['two', 'three']) visit(store, deviceId, 'plc');
  expect(['one', 'two', 'three'].map((deviceId) => visit(store, deviceId, 'plc'))).toEqual([true, true, true]);
  expect(['a', 'b', 'c'].map((clientId) => store.open('many', clientId, false).isPresent)).toEqual([false, true, true]);
  store.close();
});
