import { expect, it } from '@jest/globals';
import { announcementState } from './announcement-state';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const fine = { publishedAt: '2026-12-01T00:00:00Z', withdrawnAt: null, fromAt: '2026-12-01T10:00:00Z', toAt: '2026-12-01T14:00:00Z' };

it.each([
  ['SHOWN', {}],
  ['DRAFT', { publishedAt: null }],
  ['AHEAD', { fromAt: '2026-12-01T13:00:00Z' }],
  ['OVER', { toAt: '2026-12-01T12:00:00Z' }],
  ['WITHDRAWN', { publishedAt: null, withdrawnAt: '2026-12-01T11:00:00Z' }],
])('an announcement is %s', (state, more) => {
  expect(announcementState({ ...fine, ...more }, NOW)).toBe(state);
});
