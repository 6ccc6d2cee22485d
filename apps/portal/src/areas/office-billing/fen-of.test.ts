import { describe, expect, it } from '@jest/globals';
import { fenOf } from './fen-of';

describe('an amount as people type it', () => {
  it.each([['1,234.5', 123_450], ['¥0.29', 29], ['-3', -300], ['−3.01', -301], [' 8 ', 800], ['1.005', null], ['', null], ['x', null]])('%s', (text, fen) => expect(fenOf(text)).toBe(fen));
});
