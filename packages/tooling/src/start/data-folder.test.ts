import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { platformSecret } from './data-folder.mjs';

const OWN = 'ab'.repeat(32);

describe('the secret of a platform', () => {
  let dataDir: string;
  let warnings: string[];
  const secretWith = (given?: string) => platformSecret({ dataDir, given, warn: (line) => void warnings.push(line) });
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-secret-'));
    warnings = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('is made once and kept in the data folder', async () => {
    const made = await secretWith();
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(await secretWith()).toBe(made);
  });

  it('is the one that TENON_SECRET gives, which is written nowhere', async () => {
    expect(await secretWith(OWN)).toBe(OWN);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(warnings).toEqual([]);
  });

  it('says so, without showing either, when TENON_SECRET is another than was kept, and keeps that', async () => {
    const made = await secretWith();
    expect(await secretWith(OWN)).toBe(OWN);
    expect(warnings).toEqual([expect.stringMatching(/TENON_SECRET is another/)]);
    expect(warnings.join()).not.toMatch(new RegExp(`${made}|${OWN}`));
    expect(await secretWith()).toBe(made);
  });

  it('is not worth a word when both are the same', async () => {
    await secretWith(await secretWith());
    expect(warnings).toEqual([]);
  });
});
