import { describe, expect, it } from '@jest/globals';
import { shortNames } from './short-names.js';

describe('what a company is called in short', () => {
  it.each([
    ['上海宏达注塑有限公司', ['宏达注塑', '宏达', '上海宏达']],
    ['宁波市宏达精密模具制造股份有限公司', ['宏达精密模具制造', '宏达', '宁波市宏达']],
    ['江苏长江机械有限责任公司', ['长江机械', '长江', '江苏长江']],
    ['宏达（上海）汽车零部件有限公司', ['宏达汽车零部件', '宏达', '上海宏达']],
    ['广西壮美橡胶有限公司', ['壮美橡胶', '壮美', '广西壮美']],
    // Without a division that is known, or a trade, less of it is the company's own for certain.
    ['昆山宏达注塑有限公司', ['昆山宏达']],
    ['上海宏达滚塑有限公司', ['宏达滚塑']],
    ['宏达模具有限公司', ['宏达']],
  ])('%s: %j', (registered, names) => {
    expect(shortNames(registered)).toEqual(names);
  });

  it.each(['宏达', '上海宏达注塑', '上海模具有限公司', '上海精密机械制造有限公司', '有限公司', '上海有限公司', '上海A8注塑有限公司', '宏达（集团总部）有限公司', 'Red Lion Plastics Ltd', ''])('of %s nothing', (registered) => {
    expect(shortNames(registered)).toEqual([]);
  });
});
