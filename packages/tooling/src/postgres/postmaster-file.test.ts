import { describe, expect, it } from '@jest/globals';
import { parsePostmasterFile } from './postmaster-file.mjs';

describe('postmaster.pid', () => {
  it('tells process, port and whether connections are taken', () => {
    const text = '4711\n/data/postgres\n1700000000\n25703\n\n127.0.0.1\n 2179522        46\nready   \n';
    expect(parsePostmasterFile(text)).toEqual({ pid: 4711, port: 25_703, isReady: true });
    expect(parsePostmasterFile(text.replace('ready   ', 'starting'))).toMatchObject({ isReady: false });
  });
  it('is nothing yet while it is written', () => {
    expect(parsePostmasterFile('')).toBeNull();
    expect(parsePostmasterFile('4711\n')).toEqual({ pid: 4711, port: 0, isReady: false });
  });
});
