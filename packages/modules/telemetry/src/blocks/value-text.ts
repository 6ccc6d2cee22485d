/** From these powers of ten on, up or down, PostgreSQL writes a double with an exponent; JavaScript does so only from 21 and -7. */
const [LARGE, SMALL] = [1e15, 1e-4];

/** A number as PostgreSQL writes it: what is read of a block must not look otherwise than what is read of a row. */
export function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  if (value === 0 || (size < LARGE && size >= SMALL)) return String(value);
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${digits}e${exponent.slice(0, 1)}${exponent.slice(1).padStart(2, '0')}`;
}

/** What a JSON text says, as PostgreSQL's `#>> '{}'` gives it: a text without its quotes, everything else as it is written. */
export function plainText(json: string): string {
  return json.startsWith('"') ? (JSON.parse(json) as string) : json;
}
