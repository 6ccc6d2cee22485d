import { expect, it } from '@jest/globals';
import { SessionStore } from './session.js';

it('gives a kept session back to its own client only, unless it starts clean', () => {
  const store = new SessionStore();
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
  const store = new SessionStore();
  store.keep(store.open('device', 'client', false).session);
  expect(store.open('device', 'client', false).isPresent).toBe(false);
});
