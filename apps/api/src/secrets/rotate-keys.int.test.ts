import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const SCRIPT = fileURLToPath(new URL('../../dist/rotate-keys.js', import.meta.url));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('the command stands by itself, and says how much was sealed anew', async () => {
  const env = { DATABASE_URL: database.databaseUrl, TENON_SECRET: '0'.repeat(64) };
  const { stdout } = await promisify(execFile)(process.execPath, [SCRIPT], { env });
  expect(stdout).toContain('0 sealed anew, 0 left as they were.');
});
