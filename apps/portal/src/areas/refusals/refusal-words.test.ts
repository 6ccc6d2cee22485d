import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { REFUSAL_REASONS } from '@tenon/domain/devices';
import { createTranslator } from 'next-intl';
import { refusalWords, type RefusalTexts } from './refusal-words';

type Loose = ((key: string, values?: Record<string, string>) => string) & { has(key: string): boolean };

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../messages');

function textsIn(locale: string): RefusalTexts {
  const messages = { refusals: JSON.parse(readFileSync(path.join(folder, locale, 'refusals.json'), 'utf8')) as object };
  const t = createTranslator({ locale: 'en', messages: messages as never, namespace: 'refusals.reasons' as never, onError: (error) => { throw error; } }) as unknown as Loose;
  return { has: (key) => t.has(key), text: (key, facts) => t(key, facts) };
}

const chinaIn = (locale: string) => ({ locale, timeZone: 'Asia/Shanghai' });

describe.each(['zh-CN', 'en'])('refusalWords in %s', (locale) => {
  const texts = textsIn(locale);
  const general = refusalWords('SOMETHING.NEW', {}, texts, chinaIn(locale));

  it.each([...REFUSAL_REASONS])('has its own words for %s, whatever facts came with it', (code) => {
    const words = refusalWords(code, null, texts, chinaIn(locale));
    expect(words.why).not.toBe(general.why);
    expect(words.mend).not.toBe('');
    expect(`${words.why}${words.mend}`).not.toMatch(/refusals\./);
  });

  it.each([
    ['TELEMETRY.TOO_MANY_METRICS', { count: 10_001, maxCount: 10_000 }],
    ['TELEMETRY.MACHINE_FULL', { count: 1_001, maxCount: 1_000 }],
    ['ATTRIBUTE.TOO_LARGE_TOGETHER', { maxBytes: 65_536 }],
  ])('leaves no blank in %s', (code, facts) => {
    const { why, mend } = refusalWords(code, facts, texts, chinaIn(locale));
    expect(why).not.toContain('—');
    expect(mend).not.toContain('—');
  });

  it('puts the facts into the words', () => {
    expect(refusalWords('TELEMETRY.BAD_JSON', { character: 17, near: '}' }, texts, chinaIn(locale)).why).toMatch(/17.*}/);
    expect(refusalWords('TELEMETRY.KEY_INVALID', { key: 'a\u0001' }, texts, chinaIn(locale)).why).toContain('a\u0001');
  });
});

describe('refusalWords', () => {
  it('says how far a clock is off in words', () => {
    const { why } = refusalWords('TELEMETRY.CLOCK_BEHIND', { offsetMs: -3_600_000, deviceAt: '2016-01-01T00:00:00.000Z' }, textsIn('en'), chinaIn('en'));
    expect(why).not.toContain('3600000');
    expect(why).toContain('2016-01-01 08:00:00');
  });

  it('says in the clock of the reader when a reading was and from when on readings are kept', () => {
    const { why } = refusalWords('TELEMETRY.TOO_OLD', { deviceAt: '2016-01-01T00:00:00.000Z', keptFrom: '2016-11-01T00:00:00.000Z' }, textsIn('en'), chinaIn('en'));
    expect(why).toContain('2016-01-01 08:00:00');
    expect(why).toContain('2016-11-01 08:00:00');
  });

  it('never takes a code for a path of its own', () => {
    const texts = textsIn('en');
    expect(refusalWords('__proto__', {}, texts, chinaIn('en'))).toEqual(refusalWords('X.Y', {}, texts, chinaIn('en')));
  });
});
