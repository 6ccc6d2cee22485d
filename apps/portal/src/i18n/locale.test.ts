import { describe, expect, it } from '@jest/globals';
import { localeFrom } from './locale';

describe('localeFrom', () => {
  it('keeps what the visitor chose', () => {
    expect(localeFrom('en', 'zh-CN')).toBe('en');
  });

  it('follows the browser by its weights', () => {
    expect(localeFrom(undefined, 'fr;q=0.9, en-GB;q=0.8, zh;q=0.3')).toBe('en');
    expect(localeFrom(undefined, 'en;q=0.2, zh-TW;q=0.7')).toBe('zh-CN');
  });

  it('never speaks a language that is refused with q=0', () => {
    expect(localeFrom(undefined, 'en;q=0')).toBe('zh-CN');
  });

  it('speaks Chinese where nothing is known', () => {
    expect(localeFrom(undefined, null)).toBe('zh-CN');
    expect(localeFrom('xx', 'fr, de')).toBe('zh-CN');
  });
});
