import { describe, expect, it } from '@jest/globals';
import { readSigningKeyRequest } from './signing-key-request.js';

const read = (...args: string[]) => readSigningKeyRequest(args);

describe('what the command is asked for', () => {
  it.each([
    [['list'], { what: 'list' }],
    [['new'], { what: 'new' }],
    [['retire', 'ABCDEF01'], { what: 'retire', key: { keyId: 'abcdef01', compromisedSince: null } }],
    [['retire', 'abcdef01', '--compromised'], { what: 'retire', key: { keyId: 'abcdef01', compromisedSince: 'now' } }],
    [['retire', 'abcdef01', '--compromised', '--since', '2026-11-26T09:00+08:00'], { what: 'retire', key: { keyId: 'abcdef01', compromisedSince: new Date('2026-11-26T01:00:00Z') } }],
  ])('%j', (args, request) => {
    expect(read(...args)).toEqual(request);
  });

  it.each([
    [[]],
    [['sign']],
    [['new', 'one']],
    [['list', '--compromised']],
    [['retire']],
    [['retire', 'abcdef0']],
    [['retire', 'abcdef01', 'abcdef02']],
    [['retire', 'abcdef01', '--since', '2026-11-26T09:00Z']],
    [['retire', 'abcdef01', '--compromised', '--since', '2026-11-26 09:00']],
    [['retire', 'abcdef01', '--compromised', '--since', '2026-13-26T09:00Z']],
    [['retire', 'abcdef01', '--gently']],
  ])('refuses %j', (args) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ code: 'SIGNING_KEY.ARGUMENTS' }));
  });
});
