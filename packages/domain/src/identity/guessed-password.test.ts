import { describe, expect, it } from '@jest/globals';
import { passwordGuess } from './guessed-password.js';

const common = new Set(['password', 'password123', 'iloveyou', 'summer', 'qwerty', '1q2w3e4r5t', 'love']);
const know = { email: 'wang.fang@hongda-mould.cn', companyNames: ['宁波宏达模具有限公司', 'Red Lion Plastics Ltd'], common };

describe('what a guesser finds soon', () => {
  it.each([
    ['password123', 'common'],
    ['PassWord123', 'common'],
    ['p@ssw0rd2026!', 'common'],
    ['ｐａｓｓｗｏｒｄ９９９', 'common'],
    ['***iloveyou***', 'common'],
    ['i love you', 'common'],
    ['iloveyouiloveyou', 'common'],
    ['1q2w3e4r5t', 'common'],
    ['woaini1314!', 'common'],
    ['5201314520', 'common'],
    ['Wang.2026!!', 'contains-email'],
    ['wangfang#88', 'contains-email'],
    ['hongda-mould', 'contains-email'],
    ['宁波宏达模具2026', 'contains-company'],
    ['宁波宏达模具有限公司', 'contains-company'],
    ['RedLionPlastics1', 'contains-company'],
    ['Plast1cs-2026', 'contains-company'],
    ['宏达2026!!', 'contains-company'],
    ['宏达宏达宏达宏达宏达', 'contains-company'],
    ['宏达模具@2026', 'contains-company'],
    ['宁波宏达123456', 'contains-company'],
    ['Tenon2026!!', 'contains-product'],
    ['榫卯榫卯榫卯2026', 'contains-product'],
    ['sunmao-666', 'contains-product'],
    ['T3non-2026', 'contains-product'],
  ])('%s: %s', (password, guess) => {
    expect(passwordGuess(password, know)).toBe(guess);
  });

  it.each(['correct horse battery', '注塑车间的三号机器今天很稳', 'x9!mould-Tenon', 'a long enough secret', 'summer rain on tin roofs', 'love8fk3-22x9q', '93718264905512', 'plastics and three blue herons', '宏达车间的灯光很亮', '宏达1d8x-q2zz', '宁波的海鲜很好吃呀', '模具2026-ab12'])('is not %s', (password) => {
    expect(passwordGuess(password, know)).toBeNull();
  });

  it('is found without knowing anybody', () => {
    expect([passwordGuess('password123', { email: '', companyNames: [], common }), passwordGuess('another secret', { email: '', companyNames: [''], common })]).toEqual(['common', null]);
  });
});
