import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../cli/repository.mjs';
import { completeLock, withoutDigest } from './complete-lock.mjs';
import { LOCKS } from './locks.mjs';

const lockOf = (packages: object): string => `${JSON.stringify({ name: 'tenon', packages }, null, 2)}\n`;

describe('a lock file', () => {
  it.each(LOCKS)('%s has the address and the digest of each package, and names no registry: npm run complete-lock', (lock) => {
    const text = readFileSync(path.join(REPOSITORY, lock), 'utf8');
    expect(withoutDigest(text)).toEqual([]);
    expect(completeLock(text) === text ? 'complete' : 'npm run complete-lock').toBe('complete');
  });

  it('gets the address of a package by its name, by that of which it is an alias, and where it lies within another', () => {
    const integrity = 'sha512-x';
    const text = lockOf({
      '': { name: 'tenon' },
      'packages/ui': { version: '0.1.0' },
      'node_modules/@tenon/ui': { resolved: 'packages/ui', link: true },
      'node_modules/pg': { version: '8.1.0', resolved: 'https://elsewhere.example/pg.tgz', integrity },
      'node_modules/pg/node_modules/@a/b': { version: '1.0.0', integrity },
      'node_modules/tsc': { name: 'typescript', version: '7.0.0' },
    });
    expect(withoutDigest(text)).toEqual(['typescript@7.0.0']);
    expect(completeLock(text, new Map([['typescript@7.0.0', integrity]]))).toBe(lockOf({
      '': { name: 'tenon' },
      'packages/ui': { version: '0.1.0' },
      'node_modules/@tenon/ui': { resolved: 'packages/ui', link: true },
      'node_modules/pg': { version: '8.1.0', resolved: 'https://registry.invalid/pg/-/pg-8.1.0.tgz', integrity },
      'node_modules/pg/node_modules/@a/b': { version: '1.0.0', resolved: 'https://registry.invalid/@a/b/-/b-1.0.0.tgz', integrity },
      'node_modules/tsc': { name: 'typescript', version: '7.0.0', resolved: 'https://registry.invalid/typescript/-/typescript-7.0.0.tgz', integrity },
    }));
  });
});
