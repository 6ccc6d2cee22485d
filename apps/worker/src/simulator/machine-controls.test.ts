import { expect, it } from '@jest/globals';
import type { MouldingSample } from '@tenon/domain/simulation';
import { answerTo, askedInterval } from './machine-controls.js';

it.each([
  [{ reporting_interval_s: 5 }, 5_000],
  [{ reporting_interval_s: 1.4, other: 1 }, 1_000],
  [{ reporting_interval_s: 3_600 }, 3_600_000],
  [{ reporting_interval_s: 0 }, undefined],
  [{ reporting_interval_s: 3_601 }, undefined],
  [{ reporting_interval_s: '5' }, undefined],
  [{ other: 5 }, undefined],
  [{ deleted: ['reporting_interval_s'] }, null],
  [{ deleted: ['other'] }, undefined],
])('of %j it takes %s', (values, intervalMs) => {
  expect(askedInterval(values)).toBe(intervalMs);
});

it('answers what it knows, and says what that is', () => {
  const sample = { atMs: 7, values: { state: 'running' } } as unknown as MouldingSample;
  expect([answerTo('ping', sample), answerTo('status', sample), answerTo('open', sample)]).toEqual([{ pong: true }, { ts: 7, state: 'running' }, { error: 'UNKNOWN_METHOD', knows: ['ping', 'status'] }]);
});
