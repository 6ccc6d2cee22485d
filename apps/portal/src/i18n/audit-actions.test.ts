import { describe, expect, it } from '@jest/globals';
import { AUDIT_ACTIONS, subjectKindOf } from '@tenon/contracts/audit';
import en from '../../messages/en/audit.json';
import zh from '../../messages/zh-CN/audit.json';

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

function keysOf(words: Words): string[] {
  return Object.entries(words).flatMap(([noun, verbs]) => Object.keys(verbs).map((verb) => `${noun}.${verb}`));
}

describe.each([['Chinese', zh], ['English', en]])('in %s', (_language, words) => {
  it('every action of an audit trail has words, and no other', () => {
    expect(keysOf(words.actions).sort()).toEqual([...AUDIT_ACTIONS].sort());
  });

  it('so has every kind of thing', () => {
    expect(Object.keys(words.kinds).sort()).toEqual([...new Set(AUDIT_ACTIONS.map(subjectKindOf))].sort());
  });
});
