import { describe, expect, it } from '@jest/globals';
import { choosePageBuild } from './page-build.mjs';

const nothing = () => false;

describe('which folder the pages are built into', () => {
  it('is the usual one when nobody serves it', () => {
    expect(choosePageBuild({ isCurrent: nothing, served: new Set() })).toBe('.next');
  });

  it('is another while a running portal serves the usual one', () => {
    expect(choosePageBuild({ isCurrent: nothing, served: new Set(['.next']) })).toBe('.next-b');
  });

  it('is one that is current, served or not: it is only read', () => {
    expect(choosePageBuild({ isCurrent: (folder) => folder === '.next', served: new Set(['.next']) })).toBe('.next');
    expect(choosePageBuild({ isCurrent: (folder) => folder === '.next-b', served: new Set() })).toBe('.next-b');
  });

  it('never is one that somebody serves and that would change', () => {
    expect(['.next', '.next-b', '.next-c']).not.toContain(choosePageBuild({ isCurrent: nothing, served: new Set(['.next', '.next-b', '.next-c']) }));
  });
});
