import { describe, expect, it } from '@jest/globals';
import { disarmed, readMachineList } from './machine-list.js';

const list = (...rows: readonly string[][]) => readMachineList(rows.map((cells, at) => ({ row: at + 1, cells })));

describe('readMachineList', () => {
  it('takes names, tokens and whatever else there is by the heads of their columns, in any order', () => {
    expect(list(['车间', '设备名称', '令牌', '', '序列号'], ['A', '压机 1', 'tok', 'x', '0012'], ['', '压机 2'])).toEqual({
      nameHead: '设备名称', tokenHead: '令牌', attributeHeads: ['车间', '序列号'],
      machines: [{ row: 2, name: '压机 1', token: 'tok', attributes: { 车间: 'A', 序列号: '0012' } }, { row: 3, name: '压机 2', token: null, attributes: {} }],
    });
    expect(list(['Name', 'Access Token'], ['Press', ''])).toMatchObject({ tokenHead: 'Access Token', machines: [{ token: null }] });
    expect(list(['NAME'], ['Press']).tokenHead).toBe('token');
  });

  it.each(['=1+1', '+1', '-1', '@a'])('gives %s back as it was, after it was disarmed', (text) => {
    expect(disarmed(text)).toBe(`'${text}`);
    expect(list(['name'], [disarmed(text)]).machines[0]?.name).toBe(text);
  });

  it('leaves an apostrophe that disarms nothing', () => {
    expect([disarmed('a=b'), list(['name'], ["'a"]).machines[0]?.name]).toEqual(['a=b', "'a"]);
  });

  it('takes no attribute for a part of what all objects have', () => {
    expect(Object.keys(list(['name', '__proto__'], ['a', 'b']).machines[0]?.attributes ?? {})).toEqual(['__proto__']);
  });

  it.each([
    [[['压机 1', '压机 2'], ['a', 'b']], 'DEVICE_LIST.NO_NAMES'],
    [[], 'DEVICE_LIST.NO_NAMES'],
    [[['name']], 'DEVICE_LIST.EMPTY'],
    [[['name', '名称'], ['a', 'b']], 'DEVICE_LIST.COLUMN_TWICE'],
    [[['name', 'token', '令牌'], ['a']], 'DEVICE_LIST.COLUMN_TWICE'],
    [[['name', 'line', 'line'], ['a']], 'DEVICE_LIST.COLUMN_TWICE'],
  ])('refuses %j', (rows, code) => {
    expect(() => list(...rows)).toThrow(expect.objectContaining({ code }));
  });
});
