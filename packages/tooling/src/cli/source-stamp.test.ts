import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sourceStamp } from './source-stamp.mjs';

describe('source stamp', () => {
  let repository: string;
  const put = (file: string, text = 'x') => {
    const full = path.join(repository, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, text);
    utimesSync(full, 1_000, 1_000);
  };
  beforeEach(() => {
    repository = mkdtempSync(path.join(tmpdir(), 'stamp-'));
    put('package-lock.json');
    put('packages/kernel/src/ids.ts');
    put('apps/api/src/main.ts');
  });
  afterEach(() => rmSync(repository, { recursive: true, force: true }));

  it.each(['packages/kernel/src/ids.ts', 'package-lock.json', 'prisma/schema/a.prisma', 'apps/api/src/new.ts', 'packages/graphql/sdl/a.graphql'])('changes with %s', (file) => {
    const before = sourceStamp(repository);
    put(file, 'other');
    expect(sourceStamp(repository)).not.toBe(before);
  });

  it('changes with a time alone, and with a file that went', () => {
    const before = sourceStamp(repository);
    utimesSync(path.join(repository, 'apps/api/src/main.ts'), 2_000, 2_000);
    const touched = sourceStamp(repository);
    rmSync(path.join(repository, 'apps/api/src/main.ts'));
    expect(new Set([before, touched, sourceStamp(repository)]).size).toBe(3);
  });

  it.each(['apps/api/dist/main.js', 'apps/portal/.next-b/BUILD_ID', 'packages/db/src/generated/client.ts', 'apps/api/src/main.test.ts', 'node_modules/x/index.js', 'apps/api/.turbo/build.log'])(
    'does not change with %s, which a build makes or never reads',
    (file) => {
      const before = sourceStamp(repository);
      put(file, 'other');
      expect(sourceStamp(repository)).toBe(before);
    },
  );
});
