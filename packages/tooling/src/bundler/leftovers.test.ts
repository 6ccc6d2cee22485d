import { afterEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeLeftovers } from './leftovers.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'tenon-bundle-'));
afterEach(() => rmSync(folder, { recursive: true }));

describe('parts that no build makes any more', () => {
  it('stay for a day, in which a process that was started from them may ask for one, and then go', () => {
    mkdirSync(path.join(folder, 'parts'));
    for (const name of ['main.mjs', 'parts/new.mjs', 'parts/old.mjs']) writeFileSync(path.join(folder, name), '');
    const made = new Set([path.join(folder, 'main.mjs'), path.join(folder, 'parts/new.mjs')]);
    removeLeftovers(folder, made, Date.now() + 3_600_000);
    expect(readdirSync(path.join(folder, 'parts'))).toEqual(['new.mjs', 'old.mjs']);
    removeLeftovers(folder, made, Date.now() + 90_000_000);
    expect(readdirSync(path.join(folder, 'parts'))).toEqual(['new.mjs']);
    expect(readdirSync(folder)).toContain('main.mjs');
  });
});
