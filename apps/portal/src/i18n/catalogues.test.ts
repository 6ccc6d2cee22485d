import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { AREAS } from './areas';
import { placeholdersOf } from './placeholders';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../messages');

/** Every text of a file, by its path of keys. */
function texts(value: unknown, prefix = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[prefix, value]]);
  const found = new Map<string, string>();
  for (const [key, inner] of Object.entries(value as Record<string, unknown>)) {
    for (const [at, text] of texts(inner, prefix ? `${prefix}.${key}` : key)) found.set(at, text);
  }
  return found;
}

function read(locale: string, area: string): Map<string, string> {
  return texts(JSON.parse(readFileSync(path.join(folder, locale, `${area}.json`), 'utf8')));
}

describe('the catalogues of words', () => {
  it.each(['zh-CN', 'en'])('has exactly the declared areas in %s', (locale) => {
    const files = readdirSync(path.join(folder, locale)).map((file) => file.replace(/\.json$/, ''));
    expect(files.sort()).toEqual([...AREAS].sort());
  });

  it('names each area by what it is about', () => {
    expect(AREAS.filter((area) => /^(common|shared|general|misc|other|base|data|info)$/.test(area))).toEqual([]);
  });

  it.each([...AREAS])('says the same things in both languages: %s', (area) => {
    const zh = read('zh-CN', area);
    const en = read('en', area);
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
  });

  it.each([...AREAS])('fills the same blanks in both languages: %s', (area) => {
    const en = read('en', area);
    for (const [key, text] of read('zh-CN', area)) {
      expect({ key, blanks: placeholdersOf(en.get(key) ?? '') }).toEqual({ key, blanks: placeholdersOf(text) });
    }
  });

  it.each([...AREAS])('has no empty text: %s', (area) => {
    for (const locale of ['zh-CN', 'en']) {
      expect([...read(locale, area)].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it.each([...AREAS])('has no Chinese left in the English: %s', (area) => {
    // The switch between languages names each in itself.
    const left = [...read('en', area)].filter(([key, text]) => /[\u4e00-\u9fff]/.test(text) && !key.startsWith('language.'));
    expect(left).toEqual([]);
  });
});
