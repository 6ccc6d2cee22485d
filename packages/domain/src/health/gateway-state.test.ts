import { expect, it } from '@jest/globals';
import { gatewayState } from './gateway-state.js';

it.each([
  [{ isStopped: false, silentMs: 0, everyMs: 5_000 }, 'running'],
  [{ isStopped: false, silentMs: 20_000, everyMs: 5_000 }, 'running'],
  [{ isStopped: false, silentMs: 20_001, everyMs: 5_000 }, 'gone'],
  [{ isStopped: true, silentMs: 0, everyMs: 5_000 }, 'stopped'],
  [{ isStopped: true, silentMs: 86_400_000, everyMs: 5_000 }, 'stopped'],
] as const)('%j is %s', (seen, state) => {
  expect(gatewayState(seen)).toBe(state);
});
