import { describe, expect, it } from '@jest/globals';
import { encodeCursor, pageRequest, searchText, type CursorPart } from './page.js';

const ID = '0b8f4d0e-6f0a-4a55-9f0e-2b8f4d0e6f0a';
const of = (forms: readonly CursorPart[], parts: unknown): unknown => pageRequest({ after: Buffer.from(JSON.stringify(parts)).toString('base64url') }, forms).after;

describe('a cursor', () => {
  it.each<[readonly CursorPart[], readonly string[]]>([
    [['instant', 'uuid'], ['2026-01-02T03:04:05.678Z', ID]],
    [['instant', 'integer'], ['2026-01-02T03:04:05.678Z', '123456789012345678']],
    [['text', 'uuid'], ['1号机', ID]],
  ])('of %j comes back as it was given', (forms, parts) => {
    expect(pageRequest({ after: encodeCursor(parts) }, forms).after).toEqual(parts);
  });

  it.each<[readonly CursorPart[], unknown]>([
    [['instant', 'uuid'], ['x', 'y']],
    [['instant', 'uuid'], ['2026-01-02T03:04:05.678Z', ID.toUpperCase()]],
    [['instant', 'uuid'], ['0000-01-01T00:00:00.000Z', ID]],
    [['instant', 'uuid'], ['2026-13-01T00:00:00.000Z', ID]],
    [['instant', 'uuid'], ['2026-01-02T03:04:05.678Z']],
    [['instant', 'integer'], ['2026-01-02T03:04:05.678Z', '1234567890123456789']],
    [['instant', 'integer'], ['2026-01-02T03:04:05.678Z', '-1']],
    [['text', 'uuid'], ['\0', ID]],
    [['text'], [1]],
    [['text'], {}],
    [['text'], null],
  ])('of %j is not %j', (forms, parts) => {
    expect(() => of(forms, parts)).toThrow(expect.objectContaining({ code: 'PAGE.CURSOR' }));
  });
});

describe('a search', () => {
  it('is trimmed, and has nothing that no text of the database can have', () => {
    expect([searchText(' a\0b '), searchText(null), searchText(undefined)]).toEqual(['ab', '', '']);
  });
});
