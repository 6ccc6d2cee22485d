import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkFirstLoads, firstLoads } from './first-load.mjs';

describe('the script that a page loads first', () => {
  let build: string;
  let said: string[];
  const check = () => checkFirstLoads({ build, say: (line) => void said.push(line) });

  /** Random bytes stay as long as they are when they are packed. */
  const chunk = (name: string, kb: number) => writeFileSync(path.join(build, name), randomBytes(kb * 1_000));
  const page = (folder: string, route: string, entryJSFiles: Record<string, string[]>) => {
    mkdirSync(path.join(build, 'server/app', folder), { recursive: true });
    writeFileSync(path.join(build, 'server/app', folder, 'page_client-reference-manifest.js'), `globalThis.__RSC_MANIFEST=(globalThis.__RSC_MANIFEST||{});globalThis.__RSC_MANIFEST[${JSON.stringify(route)}]=${JSON.stringify({ entryJSFiles })}`);
  };

  beforeEach(() => {
    said = [];
    build = mkdtempSync(path.join(tmpdir(), 'tenon-pages-'));
    for (const [name, kb] of [['root.js', 100], ['layout.js', 50], ['page.js', 40], ['late.js', 400]] as const) chunk(name, kb);
    writeFileSync(path.join(build, 'build-manifest.json'), JSON.stringify({ rootMainFiles: ['root.js'] }));
    page('(company)/home', '/(company)/home/page', { layout: ['root.js', 'layout.js'], page: ['layout.js', 'page.js'] });
  });
  afterEach(() => rmSync(build, { recursive: true, force: true }));

  it('is each chunk of root, layouts and page once, and none that comes later', () => {
    expect(firstLoads(build)).toEqual([{ route: '/(company)/home', kb: expect.closeTo(190, 0) }]);
    expect(check()).toMatchObject({ passed: 1, failed: 0, failures: [] });
  });

  it('fails above the limit, naming the page and both numbers', () => {
    chunk('page.js', 55);
    expect(check()).toMatchObject({ passed: 0, failed: 1, failures: [expect.stringContaining('/(company)/home')] });
    expect(said.join()).toMatch(/\/\(company\)\/home: 205\.\d kB .* limit is 200 kB/);
  });

  it('fails where a build has no page to count', () => {
    rmSync(path.join(build, 'server/app/(company)'), { recursive: true });
    expect(check().failed).toBe(1);
  });
});
