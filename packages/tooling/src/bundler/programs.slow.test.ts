import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { environment } from '../cli/env.mjs';
import { READ_BESIDE } from './beside.mjs';
import { PROGRAMS, programFile } from './programs.mjs';

/** Where nothing is that a program could fall back upon: no packages, no sources, no description of a package. */
const elsewhere = mkdtempSync(path.join(tmpdir(), 'tenon-programs-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

async function saysWithoutEnvironment(file: string): Promise<string> {
  const child = spawn(process.execPath, ['--enable-source-maps', file], { env: { PATH: environment()['PATH'] }, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = await Promise.all([text(child.stdout), text(child.stderr)]);
  return said.join('');
}

describe('a bundle alone, as an image has it', () => {
  it.each(Object.entries(PROGRAMS))('of %s has all that its programs load: each gets as far as asking for its settings', async (app, programs) => {
    cpSync(path.dirname(programFile(app, 'main')), path.join(elsewhere, app), { recursive: true });
    const said = await Promise.all(programs.map((program) => saysWithoutEnvironment(path.join(elsewhere, app, `${program}.mjs`))));
    expect(said.map((each, index) => [programs[index], /ENV\.INVALID|(STAFF|EXPORT|SIGNING_KEY)\.ARGUMENTS/.test(each) ? 'asks' : each])).toEqual(programs.map((program) => [program, 'asks']));
  });

  it.each(Object.entries(READ_BESIDE))('of %s has the files that its programs read', (app, names) => {
    const { resolve } = createRequire(path.join(elsewhere, app, 'parts', 'any.mjs'));
    expect(names.map((name) => realpathSync(resolve(name)).startsWith(realpathSync(elsewhere)))).toEqual(names.map(() => true));
  });

  it('names our own files where it fails, not places in the bundle', async () => {
    expect(await saysWithoutEnvironment(programFile('gateway', 'main'))).toContain('packages/runtime/src/env.ts');
  });
});
