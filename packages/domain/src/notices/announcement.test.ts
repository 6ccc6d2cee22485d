import { describe, expect, it } from '@jest/globals';
import { isForInboxes, mayPutAway, readAnnouncement, SEVERITIES, type AnnouncementText } from './announcement.js';

const FINE: AnnouncementText = { severity: 'maintenance', textZh: ' 周六升级 ', textEn: 'Upgrade on Saturday', link: '/settings/plan', fromAt: new Date('2026-12-01T00:00:00Z'), toAt: new Date('2026-12-02T00:00:00Z'), plans: [], companyIds: [] };

describe('an announcement', () => {
  it('has both texts, without what stands around them', () => {
    expect(readAnnouncement(FINE).textZh).toBe('周六升级');
  });

  it.each<[string, Partial<AnnouncementText>]>([
    ['TEXT', { textZh: ' ' }],
    ['TEXT', { textEn: '' }],
    ['TEXT', { textEn: 'x'.repeat(301) }],
    ['SPAN', { toAt: FINE.fromAt }],
    ['SPAN', { toAt: new Date('2027-12-02T00:00:00Z') }],
    ['SPAN', { toAt: new Date('nonsense') }],
    ['LINK', { link: 'https://evil.example' }],
    ['LINK', { link: '//evil.example' }],
    ['LINK', { link: 'javascript:alert(1)' }],
    ['AUDIENCE', { plans: ['trial'], companyIds: ['a'] }],
    ['AUDIENCE', { companyIds: Array.from({ length: 201 }, String) }],
  ])('is refused for %s: %j', (code, wrong) => {
    expect(() => readAnnouncement({ ...FINE, ...wrong })).toThrow(expect.objectContaining({ code: `ANNOUNCEMENT.${code}`, kind: 'invalid' }));
  });

  it('stays where it is of an incident, and comes into inboxes unless it only informs', () => {
    expect(SEVERITIES.map((severity) => [mayPutAway(severity), isForInboxes(severity)])).toEqual([[true, false], [true, true], [false, true]]);
  });
});
