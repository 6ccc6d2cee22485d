import { describe, expect, it } from '@jest/globals';
import { readCreditCode } from './credit-code.js';

describe('unified social credit codes', () => {
  it.each(['91310000631696382C', '914403001922038216', '9144030071526726XG', '91330100799655058B'])('takes the code of a real company: %s', (code) => {
    expect(readCreditCode(code)).toEqual({ code, isChecked: true });
  });

  it('reads it as people write it', () => {
    expect(readCreditCode(' 9131 0000 6316 9638 2c ')).toEqual({ code: '91310000631696382C', isChecked: true });
  });

  it.each(['91310000631696382D', '91310000631696832C', '91310001631696382C'])('lets a code whose check fails stand, to be looked at: %s', (code) => {
    expect(readCreditCode(code)).toEqual({ code, isChecked: false });
  });

  it.each(['', '91310000631696382', '91310000631696382CC', '9131000063169638ZC', '91O10000631696382C', '９１310000631696382C', "91310000631696382'"])('refuses what cannot be one: %j', (text) => {
    expect(() => readCreditCode(text)).toThrow(expect.objectContaining({ code: 'COMPANY.CREDIT_CODE_FORM' }));
  });
});
