import { describe, expect, it } from '@jest/globals';
import { readTable } from './read-table.js';
import type { TableLimits } from './table-row.js';
import { archiveOf, workbookFile, workbookParts } from './testing/workbook-file.js';

const LIMITS: TableLimits = { maxBytes: 100_000, maxRows: 5, maxColumns: 4, maxCell: 20, maxUnpackedBytes: 1_000_000 };

const cells = async (file: Uint8Array, limits: Partial<TableLimits> = {}): Promise<(readonly string[])[]> => (await readTable(file, { ...LIMITS, ...limits })).map((row) => row.cells);
const code = (file: Uint8Array, limits?: Partial<TableLimits>): Promise<unknown> => cells(file, limits).then(() => 'read', (error: { code?: string }) => error.code);

describe('a table as CSV', () => {
  it.each([
    ['commas, quotes, a mark of UTF-8', '\uFEFFname,note\r\n压机,"a ""b"", c"\r\n'],
    ['semicolons', 'name;note\n压机;"a ""b"", c"'],
    ['tabs', 'name\tnote\n压机\t"a ""b"", c"\n'],
  ])('is read with %s', async (_what, text) => {
    expect(await cells(Buffer.from(text))).toEqual([['name', 'note'], ['压机', 'a "b", c']]);
  });

  it('is read in the encodings in which Excel writes it in China and as Unicode', async () => {
    // 名称,压机 in GBK.
    expect(await cells(Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xd1, 0xb9, 0xbb, 0xfa]))).toEqual([['名称', '压机']]);
    expect(await cells(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('名称\t压机', 'utf16le')]))).toEqual([['名称', '压机']]);
  });

  it('counts rows as the program does that made it, and leaves out those that hold nothing', async () => {
    expect(await readTable(Buffer.from('name,\n , \n\n压机,x,,\n'), LIMITS)).toEqual([{ row: 1, cells: ['name'] }, { row: 4, cells: ['压机', 'x'] }]);
  });

  it.each([
    ['more bytes than may be', Buffer.alloc(LIMITS.maxBytes + 1, 'a'), 'TABLE.TOO_LARGE'],
    ['what is no text', Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0x01]), 'TABLE.FORMAT'],
    ['bytes of no encoding', Buffer.from([0x61, 0x81, 0xff, 0xff]), 'TABLE.FORMAT'],
    ['Excel of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'TABLE.FORMAT'],
    ['a quote that is never closed', Buffer.from('name\n"a'), 'TABLE.BROKEN'],
    ['one row too many', Buffer.from('1\n2\n3\n4\n5\n6'), 'TABLE.TOO_MANY_ROWS'],
    ['one column too many', Buffer.from('a,b,c,d,e'), 'TABLE.TOO_MANY_COLUMNS'],
    ['too long a text', Buffer.from('x'.repeat(21)), 'TABLE.CELL_TOO_LONG'],
  ])('is not %s', async (_what, file, expected) => {
    expect(await code(file)).toBe(expected);
  });
});

describe('a table as a workbook of Excel', () => {
  it('has texts, numbers, truths and days as they are shown', async () => {
    const file = await workbookFile({
      strings: '<si><t>名称</t></si><si><r><t>1 号</t></r><r><t xml:space="preserve"> 压机</t></r><rPh sb="0" eb="1"><t>yaji</t></rPh></si>',
      styles: '<numFmts><numFmt numFmtId="164" formatCode="[Red]yyyy&quot;年&quot;"/><numFmt numFmtId="165" formatCode="&quot;day&quot; 0.00"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>',
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>a &amp; b</t></is></c></row>
        <row r="3"><c t="s"><v>1</v></c><c><v>0.30000000000000004</v></c><c t="b"><v>1</v></c><c t="str"><f>A1</f><v>名称</v></c></row>
        <row><c s="1"><v>46023</v></c><c s="2"><v>46023.75</v></c><c s="3"><v>46023</v></c><c s="1"><v>0.5</v></c></row>`,
    });
    expect(await readTable(file, LIMITS)).toEqual([
      { row: 1, cells: ['名称', '', 'a & b'] },
      { row: 3, cells: ['1 号 压机', '0.3', 'TRUE', '名称'] },
      { row: 4, cells: ['2026-01-01', '2026-01-01T18:00:00', '46023', '12:00:00'] },
    ]);
  });

  it('is the first sheet that is to be seen, whatever prefix its names have, with days from 1904 where it says so', async () => {
    const sheets = '<sheets><sheet name="1" state="hidden" r:id="r0"/><sheet name="2" r:id="r1"/></sheets>';
    expect(await cells(await workbookFile({ rows: '<row><c><v>1</v></c></row>', workbook: sheets }))).toEqual([['second']]);
    const days = { styles: '<cellXfs><xf numFmtId="14"/></cellXfs>', rows: '<row><c><v>44561</v></c></row>', workbook: '<workbookPr date1904="1"/><sheets><sheet name="1" r:id="r0"/></sheets>' };
    expect(await cells(await workbookFile(days))).toEqual([['2026-01-01']]);
  });

  it.each([
    ['a bomb: 8 MB of text in 8 kB', () => workbookFile({ rows: '', strings: `<si><t>${'0'.repeat(8_000_000)}</t></si>` }), 'TABLE.TOO_LARGE'],
    ['an archive of something else', () => archiveOf({ 'mimetype': 'application/vnd.oasis.opendocument.spreadsheet' }), 'TABLE.FORMAT'],
    ['a workbook that breaks off', async () => (await workbookFile({ rows: '' })).subarray(0, 400), 'TABLE.BROKEN'],
    ['a sheet that is no XML', () => workbookFile({ rows: '<row><c></row>' }), 'TABLE.BROKEN'],
    ['entities that grow', () => archiveOf({ ...workbookParts({ rows: '' }), 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData>' }), 'TABLE.BROKEN'],
    ['a column far away', () => workbookFile({ rows: '<row><c r="ZZZ1"><v>1</v></c></row>' }), 'TABLE.TOO_MANY_COLUMNS'],
    ['one row too many', () => workbookFile({ rows: '<row><c><v>1</v></c></row>'.repeat(6) }), 'TABLE.TOO_MANY_ROWS'],
  ])('is not %s', async (_what, file, expected) => {
    expect(await code(await file(), { maxBytes: 10_000_000 })).toBe(expected);
  });
});
