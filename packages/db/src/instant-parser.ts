import pg from 'pg';

const { TIMESTAMPTZ } = pg.types.builtins;
const [DASH, SPACE, COLON, PLUS, ZERO] = [45, 32, 58, 43, 48];
const SHORTEST = '2026-01-01 00:00:00+00'.length;

const two = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;

/** Whether PostgreSQL wrote an instant of our era in UTC, as it does for sessions in UTC: `2026-01-31 23:59:59.123456+00`. */
function isPlain(text: string): boolean {
  const zone = text.length - 3;
  return text.length >= SHORTEST && text.charCodeAt(4) === DASH && text.charCodeAt(10) === SPACE && text.charCodeAt(13) === COLON && text.charCodeAt(zone) === PLUS && two(text, zone + 1) === 0;
}

function milliseconds(text: string): number {
  const end = text.length - 3;
  let [ms, unit] = [0, 100];
  for (let at = 20; at < end && unit >= 1; at += 1, unit /= 10) ms += (text.charCodeAt(at) - ZERO) * unit;
  return ms;
}

const parseAny = pg.types.getTypeParser(TIMESTAMPTZ) as (text: string) => Date;

/** An instant as PostgreSQL writes it, in a third of the time of pg's own parser, which reads whatever is not written plainly. */
export function parseInstant(text: string): Date {
  const year = two(text, 0) * 100 + two(text, 2);
  if (!isPlain(text) || year < 100) return parseAny(text);
  return new Date(Date.UTC(year, two(text, 5) - 1, two(text, 8), two(text, 11), two(text, 14), two(text, 17), milliseconds(text)));
}

/** How what PostgreSQL sends becomes values: as pg has it, but for instants. */
export const TYPES: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') => (type === (TIMESTAMPTZ as number) && format !== 'binary' ? parseInstant : pg.types.getTypeParser(type, format as 'text'))) as pg.CustomTypesConfig['getTypeParser'],
};
