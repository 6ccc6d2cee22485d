import { describe, expect, it } from '@jest/globals';
import { parseArguments } from './arguments.mjs';
import { fatalReason, isLater, reasonWords } from './reason-codes.mjs';
import { createFaultList } from './fault-list.mjs';

const need = ['--file', 'year.csv', '--token', 'secret'];

describe('parseArguments', () => {
  it('has a default for everything but the file and the token', () => {
    expect(parseArguments(need)).toMatchObject({
      file: 'year.csv',
      host: null,
      port: null,
      protocol: 5,
      batchRows: 100,
      window: 64,
      rules: { timeColumn: null, columns: [], stamps: { format: 'iso', timeZone: 'Asia/Shanghai', isMidnightEnd: false } },
    });
  });

  it('reads columns with and without a new name, also where the old one has an equals sign', () => {
    const { rules } = parseArguments([...need, '--column', 'Usage_kWh=usage_kwh', '--column', 'Load', '--column', 'a=b=c']);
    expect(rules.columns).toEqual([
      { name: 'Usage_kWh', key: 'usage_kwh' },
      { name: 'Load', key: 'Load' },
      { name: 'a=b', key: 'c' },
    ]);
  });

  it('wants no token for a dry run', () => {
    expect(parseArguments(['--file', 'a.csv', '--dry-run'])).toMatchObject({ isDryRun: true, token: '' });
  });

  it('reports every fault at once', () => {
    const parse = () => parseArguments(['--token', 'x', '--port', '0', '--batch', '5000', '--protocol', '3', '--window', 'many', '--time-format', 'unix', '--midnight-ends-day']);
    for (const words of ['--file is missing', '--port is a number', '--batch is a number from 1 to 1000', '--protocol is 5', '--window', '--midnight-ends-day says nothing']) expect(parse).toThrow(words);
  });

  it('does not take what it does not know', () => {
    expect(() => parseArguments([...need, '--fast'])).toThrow("Unknown option '--fast'");
    expect(() => parseArguments([...need, 'year.csv'])).toThrow('positional');
  });
});

describe('reason codes', () => {
  it('names those the gateway sends, and the number of any other', () => {
    expect(reasonWords(0x99)).toContain('cannot read the payload');
    expect(reasonWords(0xa2)).toBe('reason code 0xa2');
  });

  it('knows what may work later from what will not', () => {
    expect([0x97, 0x99].map(isLater)).toEqual([true, false]);
    expect([0x86, 0x87, 0x8a, 4, 5, 0x89, 0x9f, 3].map(fatalReason)).toEqual([true, true, true, true, true, false, false, false]);
  });
});

describe('createFaultList', () => {
  it('shows the first ones and counts all', () => {
    const said: string[] = [];
    const faults = createFaultList((line) => void said.push(line));
    for (let line = 2; line < 102; line += 1) faults.unreadable({ row: line - 1, line, endByte: 0, fault: 'no' });
    faults.refused([{ line: 200 }, { line: 299 }], 'no');
    expect(said).toHaveLength(11);
    expect(said[0]).toBe('line 2: no');
    expect(said.at(-1)).toMatch('counted, not shown');
    expect(faults.counts()).toEqual({ unreadable: 100, refused: 2 });
  });
});
