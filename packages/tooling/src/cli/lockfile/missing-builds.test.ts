import { describe, expect, it } from '@jest/globals';
import { missingBuilds } from './missing-builds.mjs';

const lock = {
  '': {},
  'node_modules/@swc/core': { version: '1.2.3', optionalDependencies: { '@swc/core-linux-x64-gnu': '1.2.3', '@swc/core-linux-arm64-musl': '1.2.3', '@swc/core-win32-ia32-msvc': '1.2.3', fsevents: '~2.3.0' } },
  'node_modules/@swc/core-linux-x64-gnu': { version: '1.2.3', optional: true },
};

describe('builds that a lock file misses', () => {
  it('are noted with the version their parent pins and the system their name tells', () => {
    expect(missingBuilds(lock)).toEqual({
      'node_modules/@swc/core-linux-arm64-musl': { version: '1.2.3', os: ['linux'], cpu: ['arm64'], libc: ['musl'], optional: true },
      'node_modules/@swc/core-win32-ia32-msvc': { version: '1.2.3', os: ['win32'], cpu: ['ia32'], optional: true },
    });
  });
  it('are none once they are noted', () => expect(missingBuilds({ ...lock, ...missingBuilds(lock) })).toEqual({}));
  it('are found in a package’s own node_modules too', () => {
    const nested = { 'node_modules/a/node_modules/b': { version: '1.0.0', optionalDependencies: { 'b-linux-x64': '1.0.0' } }, 'node_modules/a/node_modules/b-linux-x64': { version: '1.0.0' } };
    expect(missingBuilds(nested)).toEqual({});
  });
});
