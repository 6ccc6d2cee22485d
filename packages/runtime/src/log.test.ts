import { describe, expect, it } from '@jest/globals';
import { createLog } from './log.js';
import { REDACTED_KEYS } from './redact.js';

const SECRET = 'hunter2-hunter2';

/** What the log writes for these facts, as text and as an object. */
function written(facts: Record<string, unknown>): { line: string; entry: Record<string, unknown> } {
  const lines: string[] = [];
  const log = createLog({ name: 'test', level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  log.info('test.happened', facts);
  const line = lines.join('');
  return { line, entry: JSON.parse(line) as Record<string, unknown> };
}

describe('a log', () => {
  it.each(REDACTED_KEYS)('never shows a %s, at any depth, in a list or under a longer name', (key) => {
    const longer = `their${key[0]?.toUpperCase()}${key.slice(1)}`;
    const upper = key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
    const { line, entry } = written({ [key]: SECRET, [upper]: SECRET, kept: 'kept', a: { [key]: SECRET, b: { [longer]: SECRET, c: [{ [key]: { deep: SECRET } }] } } });
    expect(line).not.toContain(SECRET);
    expect(entry).toMatchObject({ [key]: '[Redacted]', kept: 'kept' });
  });

  it('leaves the password out of an address, wherever it stands', () => {
    const url = `postgresql://tenon:${SECRET}@db.example:5432/tenon`;
    const error = new Error(`cannot reach ${url}`, { cause: new Error(`redis://:${SECRET}@x`) });
    const { line, entry } = written({ where: url, nested: { list: [url] }, error });
    expect(line).not.toContain(SECRET);
    expect(entry['where']).toBe('postgresql://tenon:[Redacted]@db.example:5432/tenon');
    expect(entry['error']).toMatchObject({ message: expect.stringContaining('db.example'), cause: { name: 'Error' } });
  });

  it('leaves the token out of a link', () => {
    expect(written({ link: `https://x.example/reset-password?token=${SECRET}&a=b` }).entry['link']).toBe('https://x.example/reset-password?token=[Redacted]&a=b');
  });

  it('shows what is no secret as it is, and ends on what has no end', () => {
    const loop: Record<string, unknown> = { at: new Date(0) };
    loop['again'] = loop;
    const { entry } = written({ tokens: 3, door: 'mqtt', at: new Date(0), nothing: null, loop });
    expect(entry).toMatchObject({ tokens: 3, door: 'mqtt', at: '1970-01-01T00:00:00.000Z', nothing: null });
  });
});
