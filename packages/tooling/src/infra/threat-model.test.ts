import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { textOf } from './repository-files.js';

describe('docs/threat-model.md', () => {
  const page = textOf('docs/threat-model.md');
  const files = new Map([...page.matchAll(/^\[([\w-]+)\]: (\S+)$/gm)].map(([, label = '', target = '']) => [label, path.posix.join('docs', target)]));
  const threats = [...page.matchAll(/^\| ([STRIDE, ]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].map(([, , threat = '', measure = '', shown = '']) => ({ threat, measure, shown }));

  it('shows each measure by a test that is there, and names none in vain', () => {
    expect(threats.length).toBeGreaterThan(30);
    const labels = threats.map(({ shown }) => [...shown.matchAll(/\]\[([\w-]+)\]/g)].map(([, label = '']) => label));
    expect(threats.filter((_, at) => labels[at]?.length === 0)).toEqual([]);
    expect(labels.flat().filter((label) => !files.has(label))).toEqual([]);
    expect([...files].filter(([label, file]) => !labels.flat().includes(label) || !existsSync(path.join(REPOSITORY, file)) || !/\.test\.tsx?$/.test(file))).toEqual([]);
  });

  it('goes through each boundary of its picture', () => {
    const [, picture = ''] = /```mermaid\n([\s\S]*?)```/.exec(page) ?? [];
    const drawn = new Set([...picture.matchAll(/-- (B\d+) -->/g)].map(([, boundary = '']) => boundary));
    const headings = [...page.matchAll(/^### (.*)$/gm)].flatMap(([, heading = '']) => heading.match(/B\d+/g) ?? []);
    expect([...drawn].filter((boundary) => !headings.includes(boundary))).toEqual([]);
    expect(new Set(headings)).toEqual(new Set([...drawn, 'B9', 'B10']));
  });
});
