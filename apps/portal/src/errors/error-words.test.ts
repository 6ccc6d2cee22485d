import { describe, expect, it } from '@jest/globals';
import { ApiError } from './api-error';
import { wordsOf, type ErrorTexts } from './error-words';

const catalogue: Record<string, string> = {
  'DEVICE.NOT_FOUND.what': 'No such machine.',
  'DEVICE.NOT_FOUND.next': 'Look at the list.',
  'GENERAL.what': 'It failed.',
  'GENERAL.next': 'Try again.',
};
const texts: ErrorTexts = { has: (key) => key in catalogue, text: (key) => catalogue[key] ?? key };

describe('wordsOf', () => {
  it('has words for a known code', () => {
    expect(wordsOf(new ApiError('DEVICE.NOT_FOUND'), texts)).toEqual({ what: 'No such machine.', next: 'Look at the list.', code: 'DEVICE.NOT_FOUND' });
  });

  it('falls back to general words and keeps the code', () => {
    expect(wordsOf(new ApiError('FUTURE.REASON'), texts)).toEqual({ what: 'It failed.', next: 'Try again.', code: 'FUTURE.REASON' });
  });

  it('calls everything else INTERNAL', () => {
    expect(wordsOf(new TypeError('x'), texts).code).toBe('INTERNAL');
  });

  it('hands facts to the texts as text', () => {
    const seen: Record<string, string>[] = [];
    wordsOf(new ApiError('DEVICE.NOT_FOUND', { limit: 5, keys: ['a', 'b'], gone: null }), {
      ...texts,
      text: (key, facts) => (seen.push(facts), key),
    });
    expect(seen[0]).toEqual({ limit: '5', most: '—', keys: 'a, b', gone: '', reason: 'other', wait: 'other', waitCount: '—', meter: 'other', by: '—', at: '—' });
  });

  it('says an instant by the minute, in the zone that everybody knows', () => {
    const seen: Record<string, string>[] = [];
    wordsOf(new ApiError('DEVICE.NOT_FOUND', { by: 'a@example.com', at: '2026-11-27T04:44:31.000Z' }), { ...texts, text: (key, facts) => (seen.push(facts), key) });
    expect(seen[0]).toMatchObject({ by: 'a@example.com', at: '2026-11-27 04:44 UTC' });
  });

  it.each([
    [1, 'seconds', '1'],
    [90, 'seconds', '90'],
    [91, 'minutes', '2'],
    [300, 'minutes', '5'],
    [undefined, 'other', '—'],
  ])('says a wait of %p s as people do', (waitS, wait, waitCount) => {
    const seen: Record<string, string>[] = [];
    wordsOf(new ApiError('DEVICE.NOT_FOUND', waitS === undefined ? {} : { waitS }), { ...texts, text: (key, facts) => (seen.push(facts), key) });
    expect(seen[0]).toMatchObject({ wait, waitCount });
  });

  it('writes a reason so that a text can choose by it', () => {
    const seen: Record<string, string>[] = [];
    wordsOf(new ApiError('DEVICE.NOT_FOUND', { reason: 'too-short' }), { ...texts, text: (key, facts) => (seen.push(facts), key) });
    expect(seen[0]?.reason).toBe('tooshort');
  });
});
