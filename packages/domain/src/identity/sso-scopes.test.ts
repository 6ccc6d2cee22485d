import { describe, expect, it } from '@jest/globals';
import { readMoreScopes } from './sso-scopes.js';

describe('what is asked for beside the standard scopes', () => {
  it.each([
    [[], []],
    [['groups'], ['groups']],
    [[' groups ', 'roles', 'groups', ''], ['groups', 'roles']],
    [['openid', 'email', 'profile', 'groups'], ['groups']],
    [['https://graph.example/Group.Read', '!#[]~'], ['https://graph.example/Group.Read', '!#[]~']],
    [Array.from({ length: 10 }, (_, at) => `s${at}`), Array.from({ length: 10 }, (_, at) => `s${at}`)],
  ])('%j: %j', (texts, scopes) => {
    expect(readMoreScopes(texts)).toEqual(scopes);
  });

  it.each([[['two words'], 'two words'], [['a"b'], 'a"b'], [['a\\b'], 'a\\b'], [['组'], '组'], [['a\nb'], 'a\nb'], [['x'.repeat(101)], 'x'.repeat(101)], [Array.from({ length: 11 }, (_, at) => `s${at}`), '']])('refuses %j', (texts, scope) => {
    expect(() => readMoreScopes(texts)).toThrow(expect.objectContaining({ code: 'SSO.SCOPES', details: { scope, limit: 10 } }));
  });
});
