import { describe, expect, it } from '@jest/globals';
import { disarmed, readMachineList } from './machine-list.js';

const list = (...rows: readonly string[][]) => readMachineList(rows.map((cells, at) => ({ row: at + 1, cells })));

describe('readMachineList', () => {
  it('takes names, tokens and whatever else there is by the heads of their columns, in any order', () => {
    expect(list(['班组', '设备名称', '令牌', '', '序列号'], ['A', '压机 1', 'tok', 'x', '0012'], ['', '压机 2'])).toEqual({
      nameHead: '设备名称', tokenHead: '令牌', heads: { name: '设备名称', token: '令牌' }, attributeHeads: ['班组', '序列号'], otherHeads: ['班组', '序列号'],
      machines: [
        { row: 2, name: '压机 1', token: 'tok', sorting: {}, tags: [], attributes: { 班组: 'A', 序列号: '0012' }, texts: { 班组: 'A', 序列号: '0012' } },
        { row: 3, name: '压机 2', token: null, sorting: {}, tags: [], attributes: {}, texts: {} },
      ],
    });
    expect(list(['Name', 'Access Token'], ['Press', ''])).toMatchObject({ tokenHead: 'Access Token', machines: [{ token: null }] });
    expect(list(['NAME'], ['Press']).tokenHead).toBe('token');
  });

  it('takes type, place and tags from columns that are headed so, and gives their texts back as they were', () => {
    const { heads, attributeHeads, otherHeads, machines } = list(['name', 'Type', '厂区', '车间', 'Line', '标签', 'serial'], ['Press', ' 冲压机 ', '', 'Hall 1', 'A', '注塑， old;new、x', '7']);
    expect({ heads, attributeHeads, otherHeads }).toEqual({ heads: { name: 'name', type: 'Type', site: '厂区', area: '车间', line: 'Line', tags: '标签' }, attributeHeads: ['serial'], otherHeads: ['Type', '厂区', '车间', 'Line', '标签', 'serial'] });
    expect(machines).toEqual([expect.objectContaining({ sorting: { type: '冲压机', area: 'Hall 1', line: 'A' }, tags: ['注塑', 'old', 'new', 'x'], attributes: { serial: '7' }, texts: { Type: ' 冲压机 ', 车间: 'Hall 1', Line: 'A', 标签: '注塑， old;new、x', serial: '7' } })]);
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
