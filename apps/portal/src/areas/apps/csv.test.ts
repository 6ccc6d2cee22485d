import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv';

describe('csvOf', () => {
  it('writes header and rows, empty for what is unknown', () => {
    expect(csvOf(['day', 'kWh'], [['2026-03-01', 12.5], ['2026-03-02', null]])).toBe('\uFEFFday,kWh\r\n2026-03-01,12.5\r\n2026-03-02,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvOf(['a,b'], [['say "hi"\nthere']])).toBe('\uFEFF"a,b"\r\n"say ""hi""\nthere"\r\n');
  });

  it('never starts a formula', () => {
    expect(csvOf(['x'], [['=1+1'], ['-cmd']])).toContain("'=1+1\r\n'-cmd");
  });
});
