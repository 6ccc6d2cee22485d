import { afterAll, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { createTerminal } from '../cli/terminal.mjs';
import { withDatabase } from './reach-database.mjs';

const terminal = createTerminal({ out: new PassThrough().resume() });
const dataDir = mkdtempSync(path.join(tmpdir(), 'tenon-reach-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

// That one which was stopped is started for the work: appoint-staff.slow.test.ts.

it('works on the database that DATABASE_URL names, before any other', async () => {
  expect(await withDatabase({ config: { databaseUrl: 'postgresql://named', dataDir }, terminal }, (url) => Promise.resolve(url))).toBe('postgresql://named');
});

it('demands that there is one', async () => {
  await expect(withDatabase({ config: { databaseUrl: undefined, dataDir }, terminal }, () => Promise.resolve())).rejects.toThrow(/no platform in the data folder/);
  expect(existsSync(path.join(dataDir, 'postgres.json'))).toBe(false);
});
