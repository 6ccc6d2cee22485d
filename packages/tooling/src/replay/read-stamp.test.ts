import { describe, expect, it } from '@jest/globals';
import { chooseInstant, createStampReader } from './read-stamp.mjs';

const reader = (timeZone: string, isMidnightEnd = false, format = 'yyyy-MM-dd HH:mm') => createStampReader({ format, timeZone, isMidnightEnd });
const iso = (result: { atMs: number } | { fault: string }) => ('atMs' in result ? new Date(result.atMs).toISOString() : result.fault);
const first = -Infinity;

describe('a plant whose meter ends its quarter-hours', () => {
  const read = reader('Asia/Shanghai', true, 'dd/MM/yyyy HH:mm');

  it.each([
    ['01/01/2018 00:15', '2017-12-31T16:15:00.000Z'],
    ['01/01/2018 23:45', '2018-01-01T15:45:00.000Z'],
    ['01/01/2018 00:00', '2018-01-01T16:00:00.000Z'],
    ['28/02/2018 00:00', '2018-02-28T16:00:00.000Z'],
    ['31/12/2018 00:00', '2018-12-31T16:00:00.000Z'],
  ])('%s is %s', (text, at) => expect(iso(read(text, first))).toBe(at));

  it('leaves a 24:00 that is written so where it is', () => {
    expect(iso(read('01/01/2018 24:00', first))).toBe('2018-01-01T16:00:00.000Z');
  });

  it('takes 00:00 for the start of its day unless told otherwise', () => {
    expect(iso(reader('Asia/Shanghai', false, 'dd/MM/yyyy HH:mm')('01/01/2018 00:00', first))).toBe('2017-12-31T16:00:00.000Z');
  });
});

describe('the night when clocks go back', () => {
  const read = reader('Europe/Berlin');

  it('goes through the hour that comes twice in the order of the file', () => {
    const stamps = ['01:45', '02:00', '02:30', '02:00', '02:30', '03:00'].map((time) => `2023-10-29 ${time}`);
    let previous = first;
    const instants = stamps.map((stamp) => {
      const result = read(stamp, previous);
      if ('atMs' in result) previous = result.atMs;
      return iso(result);
    });
    expect(instants.map((text) => text.slice(11, 16))).toEqual(['23:45', '00:00', '00:30', '01:00', '01:30', '02:00']);
  });

  it('takes the first of the two for a row that follows nothing', () => {
    expect(iso(read('2023-10-29 02:30', first))).toBe('2023-10-29T00:30:00.000Z');
  });
});

describe('the night when clocks go forward', () => {
  it.each([
    ['Europe/Berlin', '2023-03-26 02:30'],
    ['America/New_York', '2023-03-12 02:00'],
    ['Australia/Lord_Howe', '2023-10-01 02:15'],
    ['Pacific/Apia', '2011-12-30 12:00'],
  ])('%s never shows %s', (zone, text) => {
    expect(iso(reader(zone)(text, first))).toMatch(/does not exist in .* the clocks go forward/);
  });

  it.each([
    ['Europe/Berlin', '2023-03-26 01:59', '2023-03-26T00:59:00.000Z'],
    ['Europe/Berlin', '2023-03-26 03:00', '2023-03-26T01:00:00.000Z'],
    ['Australia/Lord_Howe', '2023-10-01 02:30', '2023-09-30T15:30:00.000Z'],
    ['Pacific/Apia', '2011-12-31 00:00', '2011-12-30T10:00:00.000Z'],
    ['America/Sao_Paulo', '2017-10-15 01:00', '2017-10-15T03:00:00.000Z'],
    ['Asia/Kathmandu', '2024-01-01 05:45', '2024-01-01T00:00:00.000Z'],
  ])('%s shows %s at %s', (zone, text, at) => expect(iso(reader(zone)(text, first))).toBe(at));

  it('ends a day whose next midnight is skipped nowhere', () => {
    expect(iso(reader('America/Sao_Paulo', true)('2017-10-14 00:00', first))).toContain('does not exist');
    expect(iso(reader('America/Sao_Paulo', true)('2017-10-15 00:00', first))).toBe('2017-10-16T02:00:00.000Z');
  });
});

describe('times that are none', () => {
  it.each(['2023-02-29 00:00', '2023-13-01 00:00', '2023-00-10 00:00', '2023-04-31 12:00', '2023-01-01 24:01', '2023-01-01 23:60', '0018-01-01 00:00'])('%s', (text) => {
    expect(reader('UTC')(text, first)).toEqual({ fault: expect.stringMatching(/no time of any day/) });
  });

  it('names the form that was expected', () => {
    expect(reader('UTC')('01/02/2023', first)).toEqual({ fault: 'is not of the form yyyy-MM-dd HH:mm' });
  });

  it('refuses a zone that is none', () => {
    expect(() => reader('Asia/Shangai')).toThrow('"Asia/Shangai" is not a time zone');
  });
});

describe('iso', () => {
  const read = reader('Asia/Shanghai', false, 'iso');

  it.each([
    ['2024-03-31T08:15:00Z', '2024-03-31T08:15:00.000Z'],
    ['2024-03-31T08:15:00.123456+02:00', '2024-03-31T06:15:00.123Z'],
    ['2024-03-31 08:15:00 -0330', '2024-03-31T11:45:00.000Z'],
    ['2024-03-31T08:15+08', '2024-03-31T00:15:00.000Z'],
    ['2024-03-31 08:15', '2024-03-31T00:15:00.000Z'],
    ['2024-03-31', '2024-03-30T16:00:00.000Z'],
  ])('%s is %s', (text, at) => expect(iso(read(text, first))).toBe(at));

  it.each(['2024-3-31', '31.03.2024', '', '2024-02-30T00:00Z'])('refuses %j', (text) => expect(read(text, first)).toHaveProperty('fault'));
});

describe('numbers since 1970', () => {
  it('reads seconds and milliseconds', () => {
    expect(reader('UTC', false, 'unix')('1700000000.25', first)).toEqual({ atMs: 1_700_000_000_250 });
    expect(reader('UTC', false, 'unix-ms')('1700000000250', first)).toEqual({ atMs: 1_700_000_000_250 });
    expect(reader('UTC', false, 'unix')('yesterday', first)).toEqual({ fault: 'is not a number of seconds since 1970' });
  });
});

describe('chooseInstant', () => {
  it('goes on from the row before, and back only when it must', () => {
    expect(chooseInstant([10, 20], 5)).toBe(10);
    expect(chooseInstant([10, 20], 10)).toBe(20);
    expect(chooseInstant([10, 20], 30)).toBe(10);
    expect(chooseInstant([], 30)).toBeNull();
  });
});
