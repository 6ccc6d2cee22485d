import { describe, expect, it } from '@jest/globals';
import { BundleCheck } from './bundle-check.js';
import { fileName } from './file-name.js';
import { manifestText, readManifest, UNLISTED, type Manifest } from './manifest.js';

const file = (path: string, sha256 = 'aa', bytes = 1) => ({ path, sha256, bytes, records: 1 });
const MANIFEST: Manifest = { exportId: 'e', company: { id: 'c', name: '厂' }, requestedAt: '2026-12-03T00:00:00Z', keyId: 'k', files: [file('b'), file('a', 'bb', 2)] };
const own = UNLISTED.map((path) => file(path));

const faultsOf = (files: readonly ReturnType<typeof file>[]): string[] => {
  const check = new BundleCheck(MANIFEST);
  files.forEach((each) => check.add(each));
  return check.faults().map(({ kind, path }) => `${kind} ${path}`);
};

describe('the files of a bundle', () => {
  it('are those that its manifest lists, in any order', () => {
    expect(faultsOf([...MANIFEST.files, ...own])).toEqual([]);
    expect(faultsOf([...own, ...MANIFEST.files.toReversed()])).toEqual([]);
  });

  it.each([
    ['none', [], ['missing a', 'missing b']],
    ['one less', [file('b')], ['missing a']],
    ['one of another content', [file('b', 'cc'), file('a', 'bb', 2)], ['changed b']],
    ['one of another length', [file('b'), file('a', 'bb', 3)], ['changed a']],
    ['one more', [...MANIFEST.files, file('c')], ['extra c']],
    ['one twice', [...MANIFEST.files, file('b', 'cc')], ['twice b']],
  ])('are found out: %s', (_what, files, faults) => {
    expect(faultsOf([...own, ...files])).toEqual(faults);
  });

  it('must have manifest, signature and key among them', () => {
    expect(faultsOf([...MANIFEST.files])).toEqual(UNLISTED.map((path) => `missing ${path}`).sort());
  });
});

describe('a manifest', () => {
  it('is read as it was written, its files in order', () => {
    expect(readManifest(manifestText(MANIFEST))).toEqual({ form: 'tenon-export/1', ...MANIFEST, files: [...MANIFEST.files].reverse() });
  });

  it.each(['', '{}', '[]', 'null', '{"form":"tenon-export/2","company":{}}', manifestText(MANIFEST).replace('"bytes": 1', '"bytes": "1"')])('of another form is refused: %s', (text) => {
    expect(() => readManifest(text)).toThrow(expect.objectContaining({ code: 'EXPORT.MANIFEST' }));
  });
});

it.each([['1号 冲床/左', '1号-冲床-左'], ['../../etc/passwd', 'etc-passwd'], ['...', 'unnamed'], ['a\u0000b', 'a-b'], ['x'.repeat(99), 'x'.repeat(60)]])('a part of a path of %j', (name, part) => {
  expect(fileName(name)).toBe(part);
});
