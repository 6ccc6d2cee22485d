import { describe, expect, it } from '@jest/globals';
import { claimTexts, MOST_ROLE_RULES, readRoleRules, roleByRules } from './role-rules.js';

const rules = [{ value: 'admins', role: 'admin' }, { value: 'shop floor', role: 'operator' }];

describe('rules about a claim', () => {
  it('give the role of the first that fits, and the standard one where none does', () => {
    expect([['shop floor', 'admins'], ['shop floor'], ['Admins'], []].map((values) => roleByRules('viewer', rules, values))).toEqual(['admin', 'operator', 'viewer', 'viewer']);
  });

  it('are trimmed; without any there is no claim', () => {
    expect(readRoleRules(' groups ', [{ value: ' a ', role: 1 }])).toEqual({ claim: 'groups', rules: [{ value: 'a', role: 1 }] });
    expect(readRoleRules('groups', [])).toEqual({ claim: null, rules: [] });
    expect(readRoleRules('https://a.example/groups', rules).claim).toBe('https://a.example/groups');
  });

  it.each([
    ['no claim', null, rules],
    ['a claim of other signs', 'a b', rules],
    ['an empty value', 'groups', [{ value: ' ', role: 1 }]],
    ['a value twice', 'groups', [{ value: 'a', role: 1 }, { value: ' a', role: 2 }]],
    ['a value without end', 'groups', [{ value: 'a'.repeat(201), role: 1 }]],
    ['too many', 'groups', Array.from({ length: MOST_ROLE_RULES + 1 }, (_, role) => ({ value: `${role}`, role }))],
  ])('are refused with %s', (_what, claim, given) => {
    expect(() => readRoleRules(claim, given as { value: string; role: unknown }[])).toThrow(expect.objectContaining({ code: 'SSO.RULES' }));
  });

  it('look at texts alone', () => {
    expect([claimTexts('a'), claimTexts(['a', 1, null, 'b']), claimTexts({ a: 'b' }), claimTexts(undefined)]).toEqual([['a'], ['a', 'b'], [], []]);
  });
});
