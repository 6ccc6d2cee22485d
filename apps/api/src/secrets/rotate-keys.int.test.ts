import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@tenon/testing';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = (script: string, databaseUrl: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, [fileURLToPath(new URL(`../../dist/${script}.js`, import.meta.url)), ...args], { env: { DATABASE_URL: databaseUrl, TENON_SECRET: '0'.repeat(64) } });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

it('the command stands by itself, and says how much was sealed anew', async () => {
  expect((await run('rotate-keys', database.databaseUrl)).stdout).toContain('0 sealed anew, 0 left as they were.');
});

it('so does the one that changes the keys that sign', async () => {
  expect((await run('signing-key', database.databaseUrl, 'new')).stdout).toMatch(/From now on ([0-9a-f]{64}) signs\.[^]*\n\1 {2}made .*, in use\n$/);
});
