import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PLATFORM_VERSION } from './version.js';

it('is what the package says', () => {
  expect(JSON.parse(readFileSync(fileURLToPath(new URL('../../../package.json', import.meta.url)), 'utf8'))).toMatchObject({ version: PLATFORM_VERSION });
});
