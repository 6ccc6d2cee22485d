// @ts-check
/** One PostgreSQL for a run of the integration tests, with a template that is migrated once and cloned for each test file. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { provisionDatabase, startPostgres } from '../../../tooling/src/postgres/index.mjs';
import { migrateDeploy } from '../../../tooling/src/prisma/migrate.mjs';
import { link } from '../../../tooling/src/test/native/link.mjs';
import { openScratch } from '../../../tooling/src/test/native/scratch.mjs';

const TEMPLATE = 'tenon_template';
const LOGIN = { role: 'tenon', password: 'tests' };
const migrationsDir = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url));

export default async function globalSetup() {
  openScratch();
  await link();
  if (process.env.TENON_TEST_POSTGRES) return;
  const dataDir = await mkdtemp(path.join(tmpdir(), 'tenon-tests-'));
  const postgres = await startPostgres({ dataDir, isDurable: false });
  await provisionDatabase({ superuserUrl: postgres.urlFor, database: TEMPLATE, ...LOGIN, extensions: ['pg_trgm'] });
  const url = new URL(postgres.urlFor(TEMPLATE));
  Object.assign(url, { username: LOGIN.role, password: LOGIN.password });
  await migrateDeploy({ databaseUrl: url.toString(), migrationsDir });
  Object.assign(process.env, { TENON_TEST_POSTGRES: postgres.superuserUrl, TENON_TEST_TEMPLATE: TEMPLATE, TENON_TEST_LOGIN: `${LOGIN.role}:${LOGIN.password}` });
  Object.assign(globalThis, { tenonTests: { postgres } });
}
