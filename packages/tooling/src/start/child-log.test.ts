import { describe, expect, it } from '@jest/globals';
import { briefError, createThrottle } from './child-log.mjs';

describe('what of a log reaches the console', () => {
  it('is errors, with their event and cause', () => {
    expect(briefError('{"level":50,"name":"api","event":"database.lost","error":{"message":"connection refused"}}')).toBe('database.lost: connection refused');
    expect(briefError('{"level":"error","event":"portal-failed","reason":"no pages"}')).toBe('portal-failed: no pages');
    expect(briefError('{"level":60,"msg":"out of memory"}')).toBe('out of memory');
  });

  it.each(['{"level":30,"event":"api.ready"}', '{"level":40,"msg":"slow"}', 'plain words', '{broken', ''])('is not %j', (line) => {
    expect(briefError(line)).toBeNull();
  });

  it('is said once in half a minute', () => {
    let now = 0;
    const isNew = createThrottle(() => now);
    expect([isNew('a'), isNew('a'), isNew('b')]).toEqual([true, false, true]);
    now = 30_000;
    expect(isNew('a')).toBe(true);
  });
});
