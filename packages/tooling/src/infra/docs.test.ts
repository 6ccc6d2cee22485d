import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { REPOSITORY } from '../cli/repository.mjs';
import { docBlocks, localLinks } from './doc-blocks.js';
import { filesBelow, textOf } from './repository-files.js';

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...['docs', 'infra'].flatMap(filesBelow).filter((file) => file.endsWith('.md'))];

const TESTS = ['apps', 'packages', 'e2e'].flatMap(filesBelow).filter((file) => /\.(test|e2e)\.tsx?$/.test(file));

describe.each(PAGES)('%s', (page) => {
  it('leads to files that are there', () => {
    const targets = localLinks(textOf(page)).map((target) => path.posix.join(path.posix.dirname(page), target.split('#')[0] ?? ''));
    expect(targets.filter((target) => !existsSync(path.join(REPOSITORY, target)))).toEqual([]);
  });

  it('names no npm script that package.json does not have', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = [...textOf(page).matchAll(/npm (?:run ([\w:-]+)|(start|test)\b)/g)].map(([, script, built]) => script ?? built ?? '');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });
});

describe('docs/quickstart.md', () => {
  const blocks = docBlocks(textOf('docs/quickstart.md'));

  it('has blocks to execute, each with a title of its own', () => {
    expect(blocks.map(({ title }) => title)).toEqual(['sign-up', 'add-machine', 'send', 'send-mqtt', 'send-with-times', 'read', 'refused', 'replay']);
  });

  it.each(blocks)('$title is something a shell can read', ({ code }) => {
    expect(execFileSync('sh', ['-n'], { input: code, encoding: 'utf8' })).toBe('');
  });
});

describe('docs/benchmarks.md', () => {
  const sections = textOf('docs/benchmarks.md').split(/^## /m).slice(1).map((text) => [text.split('\n')[0] ?? '', text] as const);

  it('has sections', () => {
    expect(sections.length).toBeGreaterThan(4);
  });

  it.each(sections)('says under "%s" how its figures come about, by what is there', (_title, text) => {
    const benchmarks = [...text.matchAll(/npm run bench -- ([\w-]+)/g)].map(([, name]) => `bench/${name}/main.mjs`);
    const tests = [...text.matchAll(/npm test -- --only \w+ ([\w/.-]+)/g)].map(([, pattern = '']) => TESTS.find((file) => file.includes(pattern)) ?? `no test's path holds ${pattern}`);
    expect(benchmarks.length + tests.length).toBeGreaterThan(0);
    expect([...benchmarks, ...tests].filter((file) => !existsSync(path.join(REPOSITORY, file)))).toEqual([]);
  });
});

describe('docs/adr', () => {
  it('lists every record once, in order', () => {
    const records = filesBelow('docs/adr').map((file) => path.posix.basename(file)).filter((name) => /^\d{4}-/.test(name)).sort();
    expect(localLinks(textOf('docs/adr/README.md'))).toEqual(records);
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
  });
});
