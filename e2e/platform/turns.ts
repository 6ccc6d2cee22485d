import type { Language } from './browser.js';
import { isWhole } from './env.js';

/**
 * Which rows of a journey's table of languages and screens are gone through. In the daily run that is one: what the other language
 * would show beyond it is words, which the catalogue's tests and the tour of all pages hold, at twice the price.
 * @param rows The first column is the language.
 * @param daily The language of the daily run; of several rows in it, the first.
 */
export function byTurns<const Rows extends readonly (readonly [Language, ...unknown[]])[]>(rows: Rows, daily: Language): readonly Rows[number][] {
  if (isWhole()) return rows;
  const row = rows.find(([language]) => language === daily);
  if (!row) throw new Error(`no row is in ${daily}`);
  return [row];
}
