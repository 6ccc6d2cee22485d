import { describe, expect, it } from '@jest/globals';
import { DAY_MS, MINUTE_MS } from '@tenon/kernel';
import { demandRoomForMail, invitationState } from './invitation.js';
import { nameInMail } from './name-in-mail.js';

const AT = Date.UTC(2026, 10, 26);
const facts = { expiresAt: new Date(AT), acceptedAt: null, revokedAt: null };

describe('an invitation', () => {
  it.each([
    ['open', facts, AT - 1],
    ['expired', facts, AT],
    ['accepted', { ...facts, acceptedAt: new Date(AT - DAY_MS) }, AT + DAY_MS],
    ['revoked', { ...facts, revokedAt: new Date(AT - DAY_MS) }, AT - 1],
  ] as const)('is %s', (state, invitation, nowMs) => {
    expect(invitationState(invitation, nowMs)).toBe(state);
  });

  it('causes five mails, a minute apart', () => {
    const askedAt = new Date(AT);
    expect(() => demandRoomForMail({ mailsAsked: 1, askedAt }, AT + MINUTE_MS - 1)).toThrow(expect.objectContaining({ code: 'INVITATION.TOO_SOON', details: { waitS: 1 } }));
    expect(() => demandRoomForMail({ mailsAsked: 4, askedAt }, AT + MINUTE_MS)).not.toThrow();
    expect(() => demandRoomForMail({ mailsAsked: 5, askedAt }, AT + DAY_MS)).toThrow(expect.objectContaining({ code: 'INVITATION.TOO_MANY_MAILS' }));
  });
});

describe('a name in a mail', () => {
  it.each(['宝山第一注塑（浦东）', "Müller & Söhne", 'O’Brien-Smith', '阿·迪', '3D 打印'])('stays: %s', (name) => {
    expect(nameInMail(name)).toBe(name);
  });

  it.each(['Click https://evil.example/now', 'evil.example', 'ｅｖｉｌ．ｅｘａｍｐｌｅ', 'mail a@evil.example', 'evil。example', 'a\r\nBcc: all@x', '<b>x</b>', 'www.evil.example:80/a?b#c', 'tel:+861380000'])('is no link: %s', (name) => {
    expect(nameInMail(name)).not.toMatch(/[.。．｡:/\\@<>?#\r\n+]/);
  });

  it('is short, and may be nothing', () => {
    expect([...nameInMail('企'.repeat(200))]).toHaveLength(60);
    expect(nameInMail('🙂 ://')).toBe('');
  });
});
