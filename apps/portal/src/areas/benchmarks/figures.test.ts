import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FIGURES } from './figures';

const document = readFileSync(fileURLToPath(new URL('../../../../../docs/benchmarks.md', import.meta.url)), 'utf8');

it.each(FIGURES.map((figure) => [figure.key, figure] as const))('%s stands on the page as in docs/benchmarks.md, in the part of its command', (_key, { measured, beside, command }) => {
  const parts = document.split('\n## ').filter((part) => part.includes(`npm run bench -- ${command}`));
  expect(parts.filter((part) => part.includes(measured) && part.includes(beside))).toHaveLength(1);
});

it('says of a ratio what its two figures say', () => {
  const number = (text: string): number => Number(/[\d.,]+/.exec(text.replace('p50', ''))?.[0].replaceAll(',', ''));
  // In times, less is better: there the peer's stands above.
  const faults = FIGURES.filter(({ key, measured, beside, ratio }) => {
    const [ours, theirs] = [number(measured), number(beside)];
    const isTime = / ms$/.test(measured);
    return Math.abs((isTime ? theirs / ours : ours / theirs) - Number(ratio)) > 0.06 * Number(ratio) && key !== 'ingestCpu';
  });
  expect(faults.map(({ key }) => key)).toEqual([]);
});
