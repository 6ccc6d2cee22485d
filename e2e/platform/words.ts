import { readFileSync } from 'node:fs';
import type { Language } from './browser.js';

/** The portal's own words, so that a journey presses what a person of that language reads. `area.path.to.text`. */
export function wordsOf(language: Language): (key: string) => string {
  const areas = new Map<string, unknown>();
  return (key) => {
    const [area = '', ...path] = key.split('.');
    if (!areas.has(area)) areas.set(area, JSON.parse(readFileSync(`apps/portal/messages/${language}/${area}.json`, 'utf8')));
    const text = path.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], areas.get(area));
    if (typeof text !== 'string') throw new Error(`The catalogue of ${language} has no ${key}.`);
    return text;
  };
}
