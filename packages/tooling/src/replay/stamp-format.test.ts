import { describe, expect, it } from '@jest/globals';
import { compileStampFormat } from './stamp-format.mjs';

const noon = { year: 2018, month: 2, day: 1, hour: 12, minute: 5, second: 0, millisecond: 0 };

describe('compileStampFormat', () => {
  it.each([
    ['dd/MM/yyyy HH:mm', '01/02/2018 12:05', noon],
    ['yyyy-MM-dd HH:mm:ss', '2018-02-01 12:05:09', { ...noon, second: 9 }],
    ["yyyyMMdd'T'HHmmss.SSS", '20180201T120509.120', { ...noon, second: 9, millisecond: 120 }],
    ['d.M.yyyy H:mm', '1.2.2018 12:05', noon],
    ["yyyy'年'M'月'd'日'", '2018年2月1日', { ...noon, hour: 0, minute: 0 }],
    ["yyyy-MM-dd HH 'o''clock'", "2018-02-01 12 o'clock", { ...noon, minute: 0 }],
    ["''yyyy.MM.dd HH:mm", "'2018.02.01 12:05", noon],
  ])('%s reads %s', (format, text, wall) => {
    expect(compileStampFormat(format)(text)).toEqual(wall);
  });

  it.each(['2018-02-01 12:05', '1/2/2018 12:05', '01/02/18 12:05', '01/02/2018 12:05 ', '01/02/2018', 'x01/02/2018 12:05'])(
    'refuses %j under dd/MM/yyyy HH:mm',
    (text) => expect(compileStampFormat('dd/MM/yyyy HH:mm')(text)).toBeNull(),
  );

  it('takes a point for a point', () => {
    expect(compileStampFormat('dd.MM.yyyy')('01x02x2018')).toBeNull();
  });

  it.each([
    ['HH:mm', 'no year, no month, no day'],
    ['dd/MM/yy', '"yy"'],
    ['dd/MM/yyyy hh:mm a', '"hh"'],
    ['dd/MM/yyyy dd', 'the day twice'],
    ["dd/MM/yyyy 'T", '"\'"'],
  ])('says what is wrong with %s', (format, words) => {
    expect(() => compileStampFormat(format)).toThrow(words);
  });
});
