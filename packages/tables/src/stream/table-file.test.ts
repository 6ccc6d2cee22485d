import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { workbookFile } from '../testing/workbook-file.js';
import { CsvRows } from './csv-rows.js';
import { separatorOf } from './csv-form.js';
import { TableFile, type TableFileLimits } from './table-file.js';

const LIMITS: TableFileLimits = { maxUnpackedBytes: 1_000_000, maxColumns: 50, maxRowLength: 2_000 };
const folder = mkdtempSync(path.join(os.tmpdir(), 'tenon-tables-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function fileOf(content: Uint8Array | string): string {
  const file = path.join(folder, String((files += 1)));
  writeFileSync(file, content);
  return file;
}

async function read(content: Uint8Array | string, limits: Partial<TableFileLimits> = {}): Promise<{ form: TableFile['form']; cells: (readonly string[])[]; rows: number[] }> {
  const file = await TableFile.open(fileOf(content), { ...LIMITS, ...limits });
  const [cells, rows]: [(readonly string[])[], number[]] = [[], []];
  for await (const piece of file.rows()) {
    for (const row of piece) {
      cells.push(row.cells);
      rows.push(row.row);
    }
  }
  expect(file.share).toBe(1);
  return { form: file.form, cells, rows };
}

const codeOf = (content: Uint8Array | string, limits?: Partial<TableFileLimits>): Promise<unknown> => read(content, limits).then(() => 'read', (error: { code?: string }) => error.code);

/** The same numbers from 0 to below `below` for the same seed (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

describe('a table that is read row by row', () => {
  it.each([
    ['UTF-8', Buffer.from('时间,值\n2026-01-01,1\n'), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\uFEFF时间,值\n2026-01-01,1\n'), 'utf-8'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('时间,值\n2026-01-01,1\n', 'utf16le')]), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('时间,值\n2026-01-01,1\n', 'utf16le')])).swap16(), 'utf-16be'],
    // 时间,值 in GBK.
    ['GB 18030', Buffer.concat([Buffer.from([0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xd6, 0xb5, 0x0a]), Buffer.from('2026-01-01,1\n')]), 'gb18030'],
  ])('is told and read in %s, and the same as gzip', async (_, bytes, encoding) => {
    const expected = { form: { kind: 'csv', encoding, separator: ',' }, cells: [['时间', '值'], ['2026-01-01', '1']], rows: [1, 2] };
    expect(await read(bytes)).toEqual(expected);
    expect(await read(gzipSync(bytes))).toEqual(expected);
  });

  it('is GB 18030 too where that shows only far behind', async () => {
    const { form, cells } = await read(Buffer.concat([Buffer.from('a,b\n'.repeat(40_000)), Buffer.from([0xd1, 0xb9, 0xbb, 0xfa, 0x2c, 0x31, 0x0a])]));
    expect([form, cells.at(-1)]).toEqual([{ kind: 'csv', encoding: 'gb18030', separator: ',' }, ['压机', '1']]);
  });

  it.each([
    ['1,5;2,5\n3,5;4,5', ';'],
    ['a\tb,c\n1\t2,3', '\t'],
    ['a|b\n1|2', '|'],
    ['"a;b",c\n"d;e",f', ','],
    ['# made by hand\na;b;c\n1;2;3\n4;5;6', ';'],
    ['one column', ','],
  ])('is separated as its first lines say: %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it('comes out of any pieces as csv-parse has it', () => {
    const next = dice(5);
    const words = ['1.5', '', 'a b', '"', ',', '\n', '压机', '\r\n', '""', ' x '];
    for (let round = 0; round < 300; round += 1) {
      const cells = Array.from({ length: 1 + next(6) }, () => Array.from({ length: 1 + next(5) }, () => Array.from({ length: next(4) }, () => words[next(words.length)]).join('')));
      const quoted = (text: string): string => (/[",\r\n]/.test(text) || next(4) === 0 ? `"${text.replaceAll('"', '""')}"` : text);
      const text = cells.map((row) => row.map(quoted).join(',')).join(next(2) === 0 ? '\n' : '\r\n');
      const expected = (parse(text, { relax_column_count: true, skip_empty_lines: false, trim: false }) as string[][]).map((row) => row.map((cell) => cell.trim())).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)).filter((row) => row.length > 0);
      const rows = new CsvRows(',', LIMITS);
      const found: string[][] = [];
      for (let at = 0; at < text.length; ) {
        const to = at + 1 + next(12);
        found.push(...rows.take(text.slice(at, to)).map((row) => [...row.cells]));
        at = to;
      }
      found.push(...rows.end().map((row) => [...row.cells]));
      expect({ text, found }).toEqual({ text, found: expected });
    }
  });

  it('counts rows as the program does that made it, and leaves out what lies beyond its columns', async () => {
    expect(await read('a,b,c\n\n,,\n1,2,3', { maxColumns: 2 })).toMatchObject({ cells: [['a', 'b'], ['1', '2']], rows: [1, 4] });
  });

  it('is a workbook of any length, with times to the millisecond', async () => {
    const rows = Array.from({ length: 3_000 }, (_, n) => `<row r="${n + 2}"><c r="A${n + 2}" s="1"><v>${46_353 + n / 1_440}</v></c><c r="B${n + 2}"><v>${n / 8}</v></c></row>`).join('');
    const { form, cells } = await read(await workbookFile({ styles: '<cellXfs><xf/><xf numFmtId="22"/></cellXfs>', rows: `<row r="1"><c t="inlineStr"><is><t>时间</t></is></c></row>${rows}` }));
    expect([form, cells.length, cells[0], cells[2], cells.at(-1)]).toEqual([{ kind: 'xlsx' }, 3_001, ['时间'], ['2026-11-27T00:01:00', '0.125'], ['2026-11-29T01:59:00', '374.875']]);
  });

  it.each([
    ['what is no text', Buffer.from([0x25, 0x50, 0x44, 0x46, 0, 1]), {}, 'TABLE.FORMAT'],
    ['gzip that breaks off', gzipSync(Buffer.from('a,b\n'.repeat(5_000))).subarray(0, 40), {}, 'TABLE.BROKEN'],
    ['a bomb', gzipSync(Buffer.alloc(2_000_000, 'a,b\n')), {}, 'TABLE.TOO_LARGE'],
    ['a quote that is never closed', `a,"b\n${'1,2\n'.repeat(1_000)}`, {}, 'TABLE.BROKEN'],
    ['a row without end', 'a'.repeat(5_000), {}, 'TABLE.BROKEN'],
    ['a workbook that breaks off', Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), {}, 'TABLE.BROKEN'],
  ])('is not %s', async (_, content, limits, code) => {
    expect(await codeOf(content, limits)).toBe(code);
  });
});
