import { describe, expect, it } from '@jest/globals';
import { MINUTE_MS } from '@tenon/kernel';
import { connectionState } from './connection-state.js';

const NOW = Date.UTC(2026, 6, 1, 8);

describe('connectionState', () => {
  it.each([
    [null, false, 'never'],
    [null, true, 'quiet'],
    [0, true, 'online'],
    [0, false, 'online'],
    [-1, false, 'online'],
    [5, false, 'online'],
    [6, true, 'quiet'],
    [6, false, 'quiet'],
    [30, false, 'quiet'],
    [31, false, 'offline'],
    [60 * 24, true, 'quiet'],
  ] as const)('last heard %s minutes ago, connected %s: %s', (minutes, connected, state) => {
    expect(connectionState(minutes === null ? null : NOW - minutes * MINUTE_MS, connected, NOW)).toBe(state);
  });

  it('takes other limits', () => {
    expect(connectionState(NOW - 3, false, NOW, { onlineMs: 1, quietMs: 2 })).toBe('offline');
  });
});
