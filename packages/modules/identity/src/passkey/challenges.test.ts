import { describe, expect, it } from '@jest/globals';
import { PasskeyChallenges } from './challenges.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('a challenge', () => {
  const challenges = new PasskeyChallenges(Buffer.alloc(32, 1));
  const NOW = Date.parse('2026-11-27T08:00:00Z');

  it('is ours for five minutes and for one purpose, and never the same', () => {
    const issued = challenges.issue('get', NOW);
    expect(challenges.endOf(issued, 'get', NOW + 299_999)).toEqual(new Date(NOW + 300_000));
    expect([challenges.endOf(issued, 'get', NOW + 300_000), challenges.endOf(issued, 'create a', NOW), challenges.endOf(challenges.issue('create a', NOW), 'create b', NOW)]).toEqual([null, null, null]);
    expect(challenges.issue('get', NOW)).not.toBe(issued);
  });

  it('is none that another made, or that was changed', () => {
    const issued = bytes(challenges.issue('get', NOW));
    const changed = Array.from(issued, (_, at) => Buffer.from(issued.map((byte, index) => (index === at ? byte ^ 1 : byte))).toString('base64url'));
    expect(changed.filter((each) => challenges.endOf(each, 'get', NOW) !== null)).toEqual([]);
    expect([new PasskeyChallenges(Buffer.alloc(32, 2)).endOf(issued.toString('base64url'), 'get', NOW), challenges.endOf('', 'get', NOW), challenges.endOf(`${issued.toString('base64url')}!`, 'get', NOW)]).toEqual([null, null, null]);
  });
});
