import { describe, expect, it } from '@jest/globals';
import { isInstalled } from './installed-packages.mjs';

const wanted = { packages: { '': {}, 'apps/api': { version: '0.1.0' }, 'node_modules/pg': { version: '8.1.0' }, 'node_modules/turbo-darwin': { version: '2.0.0', optional: true } } };

describe('an install made by hand', () => {
  it('counts when every package has its version; other systems’ may be missing', () => {
    expect(isInstalled(wanted, { packages: { 'node_modules/pg': { version: '8.1.0' } } })).toBe(true);
  });
  it.each([
    ['another version', { 'node_modules/pg': { version: '8.0.0' } }],
    ['one that is missing', {}],
    ['another version of an optional one', { 'node_modules/pg': { version: '8.1.0' }, 'node_modules/turbo-darwin': { version: '1.0.0' } }],
  ])('does not count with %s', (_name, packages) => expect(isInstalled(wanted, { packages })).toBe(false));
});
