import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { textOf } from './repository-files.js';

/** What levels 1 and 2 of OWASP ASVS 4.0.3 ask, section by section: those that were withdrawn and those of level 3 alone are left out. */
const ASKED: Readonly<Record<string, string>> = {
  ...{ '1.1': '1-7', '1.2': '1-4', '1.4': '1 4 5', '1.5': '1-4', '1.6': '1-4', '1.7': '1-2', '1.8': '1-2', '1.9': '1-2', '1.10': '1', '1.11': '1-2', '1.12': '2', '1.14': '1-6' },
  ...{ '2.1': '1-12', '2.2': '1-3', '2.3': '1-3', '2.4': '1-5', '2.5': '1-7', '2.6': '1-3', '2.7': '1-6', '2.8': '1-7', '2.9': '1-3', '2.10': '1-4' },
  ...{ '3.1': '1', '3.2': '1-4', '3.3': '1-4', '3.4': '1-5', '3.5': '1-3', '3.7': '1', '4.1': '1 2 3 5', '4.2': '1-2', '4.3': '1-3' },
  ...{ '5.1': '1-5', '5.2': '1-8', '5.3': '1-10', '5.4': '1-3', '5.5': '1-4', '6.1': '1-3', '6.2': '1-6', '6.3': '1-2', '6.4': '1-2' },
  ...{ '7.1': '1-4', '7.2': '1-2', '7.3': '1 3 4', '7.4': '1-3', '8.1': '1-4', '8.2': '1-3', '8.3': '1-8', '9.1': '1-3', '9.2': '1-4', '10.2': '1-2', '10.3': '1-3', '11.1': '1-8' },
  ...{ '12.1': '1-3', '12.2': '1', '12.3': '1-6', '12.4': '1-2', '12.5': '1-2', '12.6': '1', '13.1': '1 3 4 5', '13.2': '1 2 3 5 6', '13.3': '1-2', '13.4': '1-2' },
  ...{ '14.1': '1-4', '14.2': '1-6', '14.3': '2 3', '14.4': '1-7', '14.5': '1-4' },
};
const STATES = ['met', 'not applicable', '**not yet**'];

function numbersOf(section: string, spelt: string): string[] {
  const [from = 1, to = from] = spelt.split('-').map(Number);
  const numbers = spelt.includes(' ') ? spelt.split(' ') : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return numbers.map((number) => `${section}.${number}`);
}

describe('docs/security.md', () => {
  const page = textOf('docs/security.md');
  const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, number = '', asked = '', state = '', where = '']) => ({ number, asked, state, where }));
  const files = new Map([...page.matchAll(/^\[([\w-]+)\]: (\S+)$/gm)].map(([, label = '', target = '']) => [label, path.posix.join('docs', target)]));
  const labels = rows.flatMap(({ where }) => [...where.matchAll(/\[([\w-]+)\]/g)].map(([, label = '']) => label));

  it('answers each requirement once, in order, by one of three words and with a reason', () => {
    expect(rows.map(({ number }) => number)).toEqual(Object.entries(ASKED).flatMap(([section, spelt]) => numbersOf(section, spelt)));
    expect(rows.filter(({ asked, state, where }) => asked.length < 4 || !STATES.includes(state) || where.length < 4)).toEqual([]);
  });

  it('names files that are there, and none in vain', () => {
    expect(labels.filter((label) => !files.has(label))).toEqual([]);
    expect([...files].filter(([label, file]) => !labels.includes(label) || !existsSync(path.join(REPOSITORY, file)))).toEqual([]);
  });

  it('counts them rightly', () => {
    const counts = [...page.matchAll(/^\| (?:V(\d+) [^|]+|all) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(([, chapter, ...numbers]) => [chapter ?? '', ...numbers.map(Number)]);
    const counted = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', ''].map((chapter) => [chapter, ...STATES.map((state) => rows.filter((row) => row.state === state && (chapter === '' || row.number.startsWith(`${chapter}.`))).length)]);
    expect(counts).toEqual(counted);
  });
});
