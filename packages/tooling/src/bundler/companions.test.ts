import { expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { NOT_BUNDLED } from './companions.mjs';

it('What is left out of the bundles is not installed: a package that were would be missing where a bundle runs alone', () => {
  const names = NOT_BUNDLED.filter((pattern) => !pattern.endsWith('/*'));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => existsSync(path.join(REPOSITORY, 'node_modules', name)))).toEqual([]);
});
