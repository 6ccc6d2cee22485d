import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tryLock } from './process-lock.mjs';

describe('process lock', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'lock-'));
    file = path.join(folder, 'a.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held once, named, and free again after its release', () => {
    const lock = tryLock(file);
    expect(lock).toHaveProperty('release');
    expect(tryLock(file)).toMatchObject({ pid: process.pid });
    if ('release' in lock) lock.release();
    const again = tryLock(file);
    expect(again).toHaveProperty('release');
    if ('release' in again) again.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 + 1, birthMark: 'x' })],
    ['an earlier process with a number that is used again', JSON.stringify({ pid: process.pid, birthMark: 'of another life' })],
    ['nobody, half written', '{"pi'],
  ])('is taken from %s', (_who, content) => {
    writeFileSync(file, content);
    const lock = tryLock(file);
    expect(lock).toHaveProperty('release');
    if ('release' in lock) lock.release();
  });
});
