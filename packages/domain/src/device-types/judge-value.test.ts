import { describe, expect, it } from '@jest/globals';
import { judgeValue, labelOf } from './judge-value.js';
import type { ValueKind } from './model.js';

const type = (kind: ValueKind, fields: object = {}) => ({ kind, range: null, values: [], ...fields });
const RANGE = { range: { min: 0, max: 10 } };
const MODES = { values: [{ value: 'auto', label: { zh: '自动', en: '' } }, { value: 2, label: { zh: '', en: '' } }] };

describe('a value against its type', () => {
  it.each([
    ['number', RANGE, 0, 'fits'],
    ['number', RANGE, 10, 'fits'],
    ['number', RANGE, 10.001, 'above'],
    ['number', RANGE, -0.001, 'below'],
    ['number', { range: { min: null, max: 1 } }, -1e9, 'fits'],
    ['number', {}, 1e9, 'fits'],
    ['number', {}, '7', 'other-kind'],
    ['integer', RANGE, 3, 'fits'],
    ['integer', RANGE, 3.5, 'other-kind'],
    ['boolean', {}, false, 'fits'],
    ['boolean', {}, 0, 'other-kind'],
    ['text', {}, 'x', 'fits'],
    ['text', {}, true, 'other-kind'],
    ['json', {}, [1], 'fits'],
    ['json', {}, 'x', 'other-kind'],
    ['enumeration', MODES, 'auto', 'fits'],
    ['enumeration', MODES, 2, 'fits'],
    ['enumeration', MODES, '2', 'not-listed'],
  ] as const)('of %s %j: %j is %s', (kind, fields, value, verdict) => {
    expect(judgeValue(type(kind, fields), value)).toBe(verdict);
  });

  it('has a name where its type gives one', () => {
    expect([labelOf(MODES, 'auto'), labelOf(MODES, 2), labelOf(MODES, 'x')]).toEqual([{ zh: '自动', en: '' }, null, null]);
  });
});
