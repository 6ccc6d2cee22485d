import { describe, expect, it } from '@jest/globals';
import { offsetMsAt } from '../energy/index.js';
import { localInstant } from './local-instant.js';

const berlin = (atMs: number): number => offsetMsAt('Europe/Berlin', atMs);
const at = (text: string): number => Date.parse(`${text}Z`);
const shown = (wall: string, previous?: string): [string, string | null] => {
  const { atMs, oddity } = localInstant(at(wall), berlin, previous === undefined ? undefined : at(previous));
  return [new Date(atMs).toISOString().slice(0, 16), oddity];
};

describe('what clocks show, as an instant', () => {
  it('is told where they skip it, and taken an hour on', () => {
    expect(shown('2026-03-29T01:59')).toEqual(['2026-03-29T00:59', null]);
    expect(shown('2026-03-29T02:30')).toEqual(['2026-03-29T01:30', 'gap']);
    expect(shown('2026-03-29T03:00')).toEqual(['2026-03-29T01:00', null]);
  });

  it('is the first of two where they show it twice, unless the row before was already behind that', () => {
    expect(shown('2026-10-25T02:30')).toEqual(['2026-10-25T00:30', 'overlap']);
    expect(shown('2026-10-25T02:30', '2026-10-25T00:15')).toEqual(['2026-10-25T00:30', 'overlap']);
    expect(shown('2026-10-25T02:00', '2026-10-25T00:45')).toEqual(['2026-10-25T01:00', 'overlap']);
    expect(shown('2026-10-25T03:00')).toEqual(['2026-10-25T02:00', null]);
  });

  it('finds every instant of a year by its wall clock, in order, each once', () => {
    let previous = -Infinity;
    for (let ms = at('2026-01-01T00:00'); ms < at('2027-01-01T00:00'); ms += 15 * 60_000) {
      const { atMs } = localInstant(ms + berlin(ms), berlin, previous);
      expect(atMs).toBe(ms);
      previous = atMs;
    }
  });

  it('goes by half hours where a zone does, and by whole days that were skipped', () => {
    const howe = (ms: number): number => offsetMsAt('Australia/Lord_Howe', ms);
    expect(localInstant(at('2026-04-05T01:45'), howe).oddity).toBe('overlap');
    const apia = (ms: number): number => offsetMsAt('Pacific/Apia', ms);
    expect(localInstant(at('2011-12-30T12:00'), apia).oddity).toBe('gap');
    expect(localInstant(at('2011-12-31T12:00'), apia)).toEqual({ atMs: at('2011-12-30T22:00'), oddity: null });
  });
});
