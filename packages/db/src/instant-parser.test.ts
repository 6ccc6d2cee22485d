import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseInstant, TYPES } from './instant-parser.js';

const parseAny = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => unknown;

describe('parseInstant', () => {
  it.each([
    '2026-11-27 06:43:30.123456+00',
    '2026-11-27 06:43:30.1+00',
    '2026-11-27 06:43:30.05+00',
    '2026-11-27 06:43:30.999999+00',
    '2026-11-27 06:43:30+00',
    '2024-02-29 23:59:59+00',
    '1970-01-01 00:00:00+00',
    '1583-10-15 12:00:00.000001+00',
    '0099-12-31 00:00:00+00',
    '0001-01-01 00:00:00+00',
    '2026-11-27 14:43:30+08',
    '2026-11-27 14:43:30.5+05:30',
    '2026-11-27 00:43:30-03',
    '12026-11-27 06:43:30.25+00',
    '0044-03-15 12:00:00+00 BC',
    'infinity',
    '-infinity',
  ])('reads %s as pg does', (text) => {
    expect(parseInstant(text)).toEqual(parseAny(text));
  });

  it('is asked for instants alone', () => {
    const { builtins } = pg.types;
    expect(TYPES.getTypeParser(builtins.TIMESTAMPTZ, 'text')).toBe(parseInstant);
    expect(TYPES.getTypeParser(builtins.INT4, 'text')('7')).toBe(7);
    expect(TYPES.getTypeParser(builtins.TIMESTAMPTZ, 'binary')).not.toBe(parseInstant);
  });
});
