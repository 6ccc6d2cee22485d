import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createTranslator } from 'next-intl';
import type { Locale } from '../../../i18n/locale';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../../messages');
const facts = { kind: 'thisWeek', count: 0, month: '', year: '', from: '', to: '', energy: '12,340 kWh', cost: '9,876 元', change: 'more', before: 'weekSoFar', percent: '8%', hasPeak: 'yes', peak: '61%' };

function sentence(locale: Locale, changes: Partial<Record<keyof typeof facts, string | number>> = {}): string {
  const { answer } = JSON.parse(readFileSync(path.join(folder, locale, 'energy.json'), 'utf8')) as { answer: string };
  const t = createTranslator({ locale, messages: { answer } as never }) as unknown as { markup(key: string, values: object): string };
  return t.markup('answer', { ...facts, ...changes, b: (chunks: string) => chunks });
}

describe('the sentence on top of the energy page', () => {
  it('says what a person would say in Chinese', () => {
    expect(sentence('zh-CN')).toBe('本周用电 12,340 kWh，电费 9,876 元，比上周同期高 8%；61% 的电用在峰段。');
    expect(sentence('zh-CN', { kind: 'month', month: '2026年3月', change: 'less', before: 'month' })).toBe('2026年3月用电 12,340 kWh，电费 9,876 元，比前一个月低 8%；61% 的电用在峰段。');
    expect(sentence('zh-CN', { kind: 'lastDays', count: 7, change: 'same', before: 'days' })).toBe('近 7 天用电 12,340 kWh，电费 9,876 元，和前 7 天同期持平；61% 的电用在峰段。');
    expect(sentence('zh-CN', { kind: 'days', from: '2026-03-02', to: '2026-03-08', change: 'none', hasPeak: 'no' })).toBe('2026-03-02 至 2026-03-08用电 12,340 kWh，电费 9,876 元。');
  });

  it('and in English', () => {
    expect(sentence('en', { cost: '9,876 yuan' })).toBe('This week used 12,340 kWh and cost 9,876 yuan, 8% more than the same days of last week; 61% of the energy was drawn in peak hours.');
    expect(sentence('en', { cost: '9,876 yuan', kind: 'lastDays', count: 1, change: 'none', hasPeak: 'no' })).toBe('The last day used 12,340 kWh and cost 9,876 yuan.');
    expect(sentence('en', { cost: '9,876 yuan', kind: 'year', year: '2018', change: 'less', before: 'year' })).toBe('2018 used 12,340 kWh and cost 9,876 yuan, 8% less than the year before; 61% of the energy was drawn in peak hours.');
  });
});
