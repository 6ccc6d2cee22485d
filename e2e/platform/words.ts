import { readFileSync } from 'node:fs';
import type { Language } from './browser.js';

/** The portal's own words, so that a journey presses what a person of that language reads. `area.path.to.text`; `{name}` is filled from the facts. */
export type Words = (key: string, facts?: Readonly<Record<string, string>>) => string;

export function wordsOf(language: Language): Words {
  const areas = new Map<string, unknown>();
  return (key, facts = {}) => {
    const [area = '', ...path] = key.split('.');
    if (!areas.has(area)) areas.set(area, JSON.parse(readFileSync(`apps/portal/messages/${language}/${area}.json`, 'utf8')));
    const text = path.reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], areas.get(area));
    if (typeof text !== 'string') throw new Error(`The catalogue of ${language} has no ${key}.`);
    return Object.entries(facts).reduce((filled, [name, fact]) => filled.replaceAll(`{${name}}`, fact), text);
  };
}
