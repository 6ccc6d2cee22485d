import { describe, expect, it } from '@jest/globals';
import { areAlike, isDisposable, isSignUpRule, MANY_SIGN_UPS, readNote, reviewAfter, SIGN_UP_RULES, signUpSignals, type Review, type Signal } from './index.js';

const plain = { names: ['宝山冲压厂'], creditCode: null, isCreditCodeSure: false, sharingCode: 0, mailDomain: 'example.com', signUpsFromAddress: 1, suspendedNames: [] };
const CODE = '91310000631696382D';

describe('a sign-up', () => {
  it.each(Object.values(SIGN_UP_RULES))('has words in both languages for each rule: $en', ({ zh, en }) => {
    expect([zh, en]).toEqual([expect.stringMatching(/\p{Script=Han}/u), expect.stringMatching(/^[^\p{Script=Han}]+$/u)]);
  });

  it('knows its rules from those of other releases', () => {
    expect([isSignUpRule('disposable-mail'), isSignUpRule('gone'), isSignUpRule('toString')]).toEqual([true, false, false]);
  });

  it('with nothing about it has no signal', () => {
    expect(signUpSignals(plain)).toEqual([]);
    expect(signUpSignals({ ...plain, creditCode: CODE, isCreditCodeSure: true })).toEqual([]);
    expect(signUpSignals({ ...plain, mailDomain: null, signUpsFromAddress: MANY_SIGN_UPS - 1, suspendedNames: ['嘉定轴承厂'] })).toEqual([]);
  });

  it.each<[Partial<Parameters<typeof signUpSignals>[0]>, Signal]>([
    [{ creditCode: CODE }, { rule: 'credit-code-check', subject: CODE }],
    [{ creditCode: CODE, isCreditCodeSure: true, sharingCode: 1 }, { rule: 'credit-code-shared', subject: CODE }],
    [{ mailDomain: 'mailinator.com' }, { rule: 'disposable-mail', subject: 'mailinator.com' }],
    [{ signUpsFromAddress: MANY_SIGN_UPS }, { rule: 'many-sign-ups', subject: String(MANY_SIGN_UPS) }],
    [{ suspendedNames: ['嘉定轴承厂', '宝山冲压厂有限公司'] }, { rule: 'name-like-suspended', subject: '宝山冲压厂有限公司' }],
  ])('with %j has that signal alone', (more, signal) => {
    expect(signUpSignals({ ...plain, ...more })).toEqual([signal]);
  });

  it.each([
    ['宝山冲压厂有限公司', '宝山冲压厂', true],
    ['上海宝山冲压厂', '上海宝山沖压厂', true],
    ['Baoshan Press Co., Ltd.', 'BAOSHAN  press', true],
    ['Baoshan Pres', 'Baoshan Press', true],
    ['宝山一厂', '宝山二厂', false],
    ['宝山冲压厂', '宝山冲床设备厂', false],
    ['有限公司', '股份有限公司', false],
  ])('%s and %s are alike: %s', (one, other, expected) => {
    expect([areAlike(one, other), areAlike(other, one)]).toEqual([expected, expected]);
  });

  it('knows services for throw-away mail by their domain, and what lies below it', () => {
    expect(['yopmail.com', 'a.b.yopmail.com', 'notyopmail.com', 'com'].map(isDisposable)).toEqual([true, true, false, false]);
  });
});

describe('a review', () => {
  const [code, mail]: [Signal, Signal] = [{ rule: 'credit-code-check', subject: CODE }, { rule: 'disposable-mail', subject: 'yopmail.com' }];
  const standing = (state: Review['state'], signals: Signal[], seen: Signal[] = signals): Review => ({ state, signals, seen });

  it.each<[string, Review | null, Signal[], Review['state'] | null]>([
    ['is none of nothing', null, [], null],
    ['begins by a signal', null, [code], 'open'],
    ['stays as it is while nothing changes', standing('open', [code, mail]), [mail, code], null],
    ['stays open with more', standing('open', [code]), [code, mail], 'open'],
    ['lapses with its last signal', standing('open', [code]), [], 'lapsed'],
    ['is open again when something changed after papers were asked', standing('asked', [code, mail]), [mail], 'open'],
    ['lapses when what was asked is mended', standing('asked', [code]), [], 'lapsed'],
    ['stays cleared by what was seen', standing('cleared', [], [code]), [code], 'cleared'],
    ['is open again by what nobody saw', standing('cleared', [code]), [code, mail], 'open'],
    ['is open again by the same rule for another reason', standing('cleared', [code]), [{ ...code, subject: '91310000631696382X' }], 'open'],
    ['stays suspended', standing('suspended', [code]), [code, mail], 'suspended'],
    ['is open again after it lapsed', standing('lapsed', [], []), [code], 'open'],
  ])('%s', (_, before, found, state) => {
    expect(reviewAfter(before, found)).toEqual(state && { state, signals: found });
  });

  it('is decided with a note', () => {
    expect(readNote(' fine ')).toBe('fine');
    for (const note of [' ', 'x'.repeat(501)]) expect(() => readNote(note)).toThrow(expect.objectContaining({ code: 'REVIEW.NOTE' }));
  });
});
