import { describe, expect, it } from '@jest/globals';
import { haltOf, permissionsLeft } from './halt.js';
import type { Place } from './standing.js';
import { statesThat } from './states-that.js';

const GRANTED = ['tenant:read', 'tenant:close', 'tenant:export', 'role:read', 'billing:read', 'billing:manage', 'audit:read', 'device:read', 'device:update', 'telemetry:read'];
const left = (state: Place['state'], because: Place['because'] = null): string[] => [...permissionsLeft(GRANTED, { state, because })];
const READING = GRANTED.filter((permission) => permission.endsWith(':read'));

describe('what is left of permissions', () => {
  it.each(['trial', 'active', 'past-due'] as const)('is all in %s', (state) => {
    expect(left(state)).toEqual(GRANTED);
    expect(haltOf({ state, because: null })).toBeNull();
  });
  it.each(['trial-ended', 'unpaid'] as const)('reads, leaves and comes back by money where it is suspended as %s', (because) => {
    expect(new Set(left('suspended', because))).toEqual(new Set([...READING, 'tenant:close', 'tenant:export', 'billing:manage']));
    expect(haltOf({ state: 'suspended', because })).toBe(because);
  });
  it('reads and leaves where the office suspended it, also where nobody wrote down who did', () => {
    for (const because of ['office', null] as const) {
      expect(new Set(left('suspended', because))).toEqual(new Set([...READING, 'tenant:close', 'tenant:export']));
      expect(haltOf({ state: 'suspended', because })).toBe('office');
    }
  });
  it('is the way out and back where it is closed, and nothing where it is erased', () => {
    expect(left('closed')).toEqual(['tenant:read', 'tenant:close', 'tenant:export', 'role:read', 'billing:read', 'billing:manage', 'audit:read']);
    expect(left('erased')).toEqual([]);
  });
});

it('asks the table for states', () => {
  expect(statesThat('takesTelemetry')).toEqual(['trial', 'active', 'past-due']);
  expect(statesThat('bills')).toEqual(['active', 'past-due']);
});
