import { describe, expect, it } from '@jest/globals';
import type { NamedValue } from '@tenon/domain/device-types';
import { readValues, writeValues } from './values-text';

const named = (value: NamedValue['value'], zh = '', en = zh): NamedValue => ({ value, label: { zh, en } });

describe('values, one a line', () => {
  it.each<[string, NamedValue[]]>([
    ['running = 运行 / Running\nidle = 待机', [named('running', '运行', 'Running'), named('idle', '待机')]],
    ['0 = 关\n-1 = 坏 / Bad', [named(0, '关'), named(-1, '坏', 'Bad')]],
    ['"1" = 一\nauto', [named('1', '一'), named('auto')]],
  ])('%j', (text, values) => {
    expect(readValues(text, 'enumeration')).toEqual(values);
    expect(writeValues(values)).toBe(text);
  });

  it('are read however they are spaced, and blank lines say nothing', () => {
    expect(readValues(' a=甲/A/B \n\n  b  \n', 'enumeration')).toEqual([named('a', '甲', 'A/B'), named('b')]);
  });

  it('of a boolean are true and false, which are texts in a list', () => {
    expect(readValues('true = 开\nfalse = 关', 'boolean')).toEqual([named(true, '开'), named(false, '关')]);
    expect(readValues('true', 'enumeration')).toEqual([named('true')]);
  });
});
