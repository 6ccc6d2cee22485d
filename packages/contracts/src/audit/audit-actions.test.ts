import { describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS, subjectIdOf, subjectKindOf } from './index.js';

const COMPANY = '00000000-0000-4000-8000-000000000001';

describe('actions of audit trails', () => {
  it('are named noun.verb-past, each once', () => {
    expect(AUDIT_ACTIONS.filter((action) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(action))).toEqual([]);
    expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length);
  });

  it.each([
    ['device.renamed', { deviceId: 'd', before: 'a', after: 'b' }, 'device', 'd'],
    ['app-version.listed', { appVersionId: 'v' }, 'app-version', 'v'],
    ['series.described', { seriesId: 7 }, 'series', '7'],
    ['tenant.viewed', {}, 'tenant', COMPANY],
    ['mail.read', { to: 'x@example.com' }, 'mail', null],
  ] as const)('%s is about one thing', (action, details, kind, id) => {
    expect([subjectKindOf(action), subjectIdOf(action, details, COMPANY)]).toEqual([kind, id]);
  });
});
