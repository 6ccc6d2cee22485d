import { describe, expect, it } from '@jest/globals';
import { readNote } from './annotation.js';

const NOW = Date.UTC(2026, 4, 1);
const DAY_MS = 86_400_000;
const note = (change: object) => () => readNote({ text: '换了模具', fromMs: NOW - DAY_MS, toMs: null, ...change }, NOW);

describe('readNote', () => {
  it('keeps an instant or a span, without blanks around the text', () => {
    expect(note({ text: ' 换了模具 ' })()).toEqual({ text: '换了模具', fromMs: NOW - DAY_MS, toMs: null });
    expect(note({ toMs: NOW })()).toMatchObject({ toMs: NOW });
    expect(note({ text: 'x'.repeat(500) })().text).toHaveLength(500);
  });

  it.each([
    [{ text: '  ' }, 'ANNOTATION.TEXT_REQUIRED'],
    [{ text: 'x'.repeat(501) }, 'ANNOTATION.TEXT_TOO_LONG'],
    [{ toMs: NOW - DAY_MS }, 'ANNOTATION.SPAN'],
    [{ fromMs: -1 }, 'ANNOTATION.SPAN'],
    [{ fromMs: Number.NaN }, 'ANNOTATION.SPAN'],
    [{ fromMs: NOW + DAY_MS + 1 }, 'ANNOTATION.SPAN'],
    [{ toMs: NOW + DAY_MS + 1 }, 'ANNOTATION.SPAN'],
  ])('refuses %j', (change, code) => {
    expect(note(change)).toThrow(expect.objectContaining({ code }));
  });
});
