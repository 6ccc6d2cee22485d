import { describe, expect, it } from '@jest/globals';
import { isToldBy, demandChoice, mayReceive, NOTICE_CHANNELS, NOTICE_KINDS, NOTICE_RULES, noticeText, noticeTitle, receiversOf, ROBOT_KINDS } from './index.js';

const PEOPLE = [
  { userId: 'owner', permissions: ['member:invite', 'member:remove', 'tenant:read'] },
  { userId: 'admin', permissions: ['member:invite', 'member:remove', 'tenant:read'] },
  { userId: 'viewer', permissions: ['tenant:read'] },
];
const idsOf = (...asked: Parameters<typeof receiversOf>): string[] => receiversOf(...asked).map(({ userId }) => userId);

describe('who is told', () => {
  it('is whoever holds the permission, but not whoever did it', () => {
    expect(idsOf('member.removed', PEOPLE, { personId: 'gone', actorId: 'admin' })).toEqual(['owner']);
    expect(idsOf('tenant.suspended', PEOPLE, { personId: null, actorId: null })).toEqual(['owner', 'admin', 'viewer']);
  });

  it('is the person alone where it is about them, even where they did it', () => {
    expect(idsOf('member.role-changed', PEOPLE, { personId: 'viewer', actorId: 'viewer' })).toEqual(['viewer']);
    expect(idsOf('member.role-changed', PEOPLE, { personId: 'gone', actorId: 'owner' })).toEqual([]);
    expect(idsOf('session.new-device', PEOPLE, { personId: null, actorId: null })).toEqual([]);
  });

  it('may be asked of permissions alone', () => {
    expect([mayReceive('member.joined', new Set(['member:invite'])), mayReceive('member.joined', new Set(['tenant:read'])), mayReceive('api-key.expiring', new Set())]).toEqual([true, false, true]);
  });
});

describe('the ways by which one is told', () => {
  it('are the usual ones until one chooses, kind by kind and way by way', () => {
    expect([isToldBy('member.joined', 'inbox', []), isToldBy('member.joined', 'mail', []), isToldBy('tenant.suspended', 'mail', [])]).toEqual([true, false, true]);
    const choices = [
      { kind: 'member.joined', channel: 'mail', isOn: true },
      { kind: 'tenant.suspended', channel: 'inbox', isOn: false },
    ];
    expect([isToldBy('member.joined', 'mail', choices), isToldBy('tenant.suspended', 'inbox', choices), isToldBy('tenant.suspended', 'mail', choices)]).toEqual([true, false, true]);
  });

  it('never hold one that a kind does not go', () => {
    expect(isToldBy('session.new-device', 'mail', [{ kind: 'session.new-device', channel: 'mail', isOn: true }])).toBe(false);
    expect(() => demandChoice('session.new-device', 'mail')).toThrow(expect.objectContaining({ code: 'NOTICE.NO_CHOICE', kind: 'invalid' }));
    expect(() => demandChoice('session.new-device', 'inbox')).not.toThrow();
    for (const kind of NOTICE_KINDS) expect(NOTICE_RULES[kind].standard.filter((channel) => NOTICE_RULES[kind].without.includes(channel))).toEqual([]);
  });

  it('always hold what a company must hear, whatever was chosen', () => {
    for (const kind of ['impersonation.begun', 'impersonation.ended'] as const) {
      expect(isToldBy(kind, 'inbox', [{ kind, channel: 'inbox', isOn: false }])).toBe(true);
      expect(() => demandChoice(kind, 'inbox')).toThrow(expect.objectContaining({ code: 'NOTICE.ALWAYS', kind: 'invalid' }));
      expect(() => demandChoice(kind, 'mail')).not.toThrow();
    }
    for (const kind of NOTICE_KINDS) expect(NOTICE_RULES[kind].always.filter((channel) => !NOTICE_RULES[kind].standard.includes(channel))).toEqual([]);
  });

  it('never lead what is one person’s own into a group’s chat', () => {
    expect(ROBOT_KINDS.filter((kind) => NOTICE_RULES[kind].to === 'person')).toEqual([]);
    expect(NOTICE_CHANNELS).toEqual(['inbox', 'mail']);
  });
});

describe('what is said', () => {
  const facts = { zh: '周六升级', en: 'An upgrade on Saturday', number: 'TN-202611-000042', amount: '299.00', dueOn: '2026-11-16', days: '3', name: '李艳', role: 'engineer', before: 'viewer', after: '白班组长', reason: '欠费', note: '请寄来营业执照', creditCode: '91310000631696382C', app: '日产量', version: '1.0.1', browser: 'Firefox', system: 'Linux', address: '203.0.113.9', expiresOn: '2026-12-01', one: '1 号机', two: '2 号机', minutes: '30', standing: 'suspended:unpaid' };

  it.each(NOTICE_KINDS)('of %s is whole in both languages', (kind) => {
    for (const language of ['zh-CN', 'en'] as const) {
      expect(noticeTitle(kind, language)).not.toBe('');
      expect(noticeText(kind, facts, language)).toMatch(/^\S+( \S+)*$/);
      // What was raised by another release may lack a fact.
      for (const text of [noticeText(kind, facts, language), noticeText(kind, {}, language)]) expect(text).not.toMatch(/undefined|null/);
    }
    expect(noticeText(kind, facts, 'zh-CN')).toMatch(/\p{Script=Han}/u);
  });

  it('names roles in the reader’s language, and a company’s own as they are called', () => {
    expect(noticeText('member.role-changed', facts, 'zh-CN')).toBe('您的角色从只读成员改为白班组长。');
    expect(noticeText('member.role-changed', facts, 'en')).toBe('Your role changed. Before: viewer; now: 白班组长.');
  });

  it('says how somebody joined', () => {
    const said = (by?: string): string[] => (['zh-CN', 'en'] as const).map((language) => noticeText('member.joined', { ...facts, ...(by === undefined ? {} : { by }) }, language));
    expect(said()).toEqual(['李艳接受邀请加入了企业，角色是工程师。', '李艳 accepted the invitation and joined the company. Role: engineer.']);
    expect(said('single-sign-on')).toEqual(['李艳用企业账号登录，加入了企业，角色是工程师。', '李艳 signed in at your provider and joined the company. Role: engineer.']);
  });

  it('gives a reason where there is one', () => {
    expect([noticeText('tenant.suspended', facts, 'zh-CN'), noticeText('tenant.suspended', {}, 'zh-CN')].map((text) => text.includes('原因'))).toEqual([true, false]);
  });
});
