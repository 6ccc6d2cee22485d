import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createTranslator } from 'next-intl';
import { LOCALES, type Locale } from './locale';
import { placeholdersOf } from './placeholders';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../messages');

function texts(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => texts(inner, prefix ? `${prefix}.${key}` : key));
}

/** Each branch a `select` names, and one it does not, so that every text is reached with every choice. */
function choicesOf(text: string, name: string): (string | number)[] {
  const named = [...text.matchAll(new RegExp(`\\{${name}, select,((?:\\s*\\w+\\s*\\{(?:[^{}]|\\{(?:[^{}]|\\{[^{}]*\\})*\\})*\\})+)`, 'g'))];
  const keys = named.flatMap(([, branches = '']) => [...branches.matchAll(/(\w+)\s*\{/g)].map(([, key = '']) => key));
  return keys.length > 0 ? [...new Set(keys)] : [2];
}

function said(locale: Locale, text: string): string[] {
  const names = placeholdersOf(text).filter((name) => !name.startsWith('<'));
  const tags = Object.fromEntries(placeholdersOf(text).filter((name) => name.startsWith('<')).map((tag) => [tag.slice(1, -1), (chunks: string) => chunks]));
  const t = createTranslator({ locale, messages: { text } as never }) as unknown as { markup(key: string, values: object): string };
  const most = Math.max(1, ...names.map((name) => choicesOf(text, name).length));
  return Array.from({ length: most }, (_, n) => {
    const values = Object.fromEntries(names.map((name) => {
      const choices = choicesOf(text, name);
      return [name, choices[n % choices.length]];
    }));
    return t.markup('text', { ...values, ...tags });
  });
}

describe('counts in the catalogues', () => {
  // ICU fills `#` in with a number only right below its plural; within a select below it the sign itself would be shown.
  it.each(LOCALES)('never show the bare sign in %s', (locale) => {
    const files = readdirSync(path.join(folder, locale));
    const all = files.flatMap((file) => texts(JSON.parse(readFileSync(path.join(folder, locale, file), 'utf8')), file));
    const bare = all.filter(([, text]) => text.includes('#') && text.includes('plural,')).filter(([, text]) => said(locale, text).some((line) => line.includes('#')));
    expect(bare.map(([key]) => key)).toEqual([]);
  });
});
