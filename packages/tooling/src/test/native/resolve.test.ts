import { expect, it } from '@jest/globals';
import { createResolver } from './resolve.mjs';

const FILES = ['packages/a/src/x.ts', 'packages/a/src/part.tsx', 'packages/a/src/folder/index.ts', 'packages/a/src/words.json', 'packages/b/src/index.ts'];
const PACKAGES = new Map([['@tenon/b', 'packages/b/src/index.ts'], ['@tenon/b/plain', 'packages/b/plain.mjs']]);
const resolve = createResolver({ changedAt: new Map(FILES.map((file) => [file, 0])), packages: PACKAGES, installed: [] }, (file) => `linked:${file}`);

it.each([
  ['./part.js', 'linked:packages/a/src/part.tsx'],
  ['./part', 'linked:packages/a/src/part.tsx'],
  ['./folder', 'linked:packages/a/src/folder/index.ts'],
  ['./words.json', 'linked:packages/a/src/words.json'],
  ['../../b/src/index.js', 'linked:packages/b/src/index.ts'],
  ['@tenon/b', 'linked:packages/b/src/index.ts'],
  // A package with `exports` says itself what its parts are.
  ['graphql', 'graphql'],
  ['@jest/fake-timers', '@jest/fake-timers'],
  ['next/link', 'next/link.js'],
])('%s means %s', (specifier, meant) => {
  expect(resolve(specifier, 'packages/a/src/x.ts')).toBe(meant);
});

it('leaves what is no TypeScript where it is, and has one module for what Jest gives each file', () => {
  expect(resolve('@tenon/b/plain', 'packages/a/src/x.ts')).toMatch(/^file:.*\/packages\/b\/plain\.mjs$/);
  expect(resolve('./tool.mjs', 'packages/a/src/x.ts')).toMatch(/^file:.*\/packages\/a\/src\/tool\.mjs$/);
  expect(resolve('@jest/globals', 'packages/a/src/x.ts')).toMatch(/\/native\/globals\.mjs$/);
});
