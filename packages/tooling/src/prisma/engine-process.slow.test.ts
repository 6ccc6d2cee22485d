import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runPrisma } from './run-prisma.mjs';
import { startEngine } from './testing/engine-process.js';
import { SITE_MODEL, newPrismaProject } from './testing/prisma-project.js';
import type { PrismaProject } from './testing/prisma-project.js';
import { startScratchCluster } from './testing/scratch-cluster.js';
import type { ScratchCluster } from './testing/scratch-cluster.js';

jest.setTimeout(300_000);

const FILTERS = { externalTables: ['public.reading'], externalEnums: [] };
const SCHEMA_HEAD = 'datasource db {\n  provider = "postgresql"\n}\n';

let cluster: ScratchCluster;
let project: PrismaProject;
let templateUrl: string;
let databaseUrl: string;

const nameOf = (url: string) => new URL(url).pathname.slice(1);

beforeAll(async () => {
  cluster = await startScratchCluster();
  templateUrl = cluster.newDatabaseUrl();
  const deployed = await newPrismaProject();
  await runPrisma(['migrate', 'deploy'], { databaseUrl: templateUrl, cwd: deployed.cwd });
  await cluster.sql(templateUrl, `INSERT INTO "Site" VALUES (1, 'kept')`);
  await deployed.remove();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  project = await newPrismaProject();
  databaseUrl = cluster.newDatabaseUrl();
  await cluster.admin(`CREATE DATABASE ${nameOf(databaseUrl)} TEMPLATE ${nameOf(templateUrl)}`);
});
afterEach(async () => {
  // Whatever a test did: the real data is as it was, and no shadow database is left.
  expect(await cluster.sql(databaseUrl, 'SELECT * FROM "Site"')).toEqual([{ id: 1, name: 'kept' }]);
  expect(await shadowDatabases()).toEqual([]);
  await project.remove();
});

const shadowDatabases = () => cluster.admin("SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow_db%'");

/** The folder as the CLI hands it to the engine. */
async function migrationsList() {
  const names = (await readdir(project.migrationsDir, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  const migrationDirectories = await Promise.all(names.map(async (name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: await readFile(join(project.migrationsDir, name, 'migration.sql'), 'utf8') } },
  })));
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir: project.migrationsDir, lockfile, migrationDirectories, shadowDbInitScript: '' };
}

const schemaOf = (models: string) => ({ files: [{ path: 'main.prisma', content: SCHEMA_HEAD + models }] });
const diffFromMigrations = async () => ({
  from: { tag: 'migrations', ...(await migrationsList()) },
  to: { tag: 'schemaDatamodel', ...schemaOf(SITE_MODEL) },
  script: true, exitCode: true, filters: FILTERS,
});

describe('the engine process', () => {
  it('carries `migrate dev`: diagnoses, weighs the loss of data, writes the next migration', async () => {
    const engine = startEngine(databaseUrl);
    const list = await migrationsList();
    const next = schemaOf(SITE_MODEL.replace('  name String\n', '  city String?\n'));
    expect(await engine.call('devDiagnostic', { migrationsList: list, filters: FILTERS })).toMatchObject({ result: { action: { tag: 'createMigration' } } });
    const loss = await engine.call('evaluateDataLoss', { migrationsList: list, schema: next, filters: FILTERS });
    expect(loss.result).toMatchObject({ migrationSteps: 1, warnings: [{ message: expect.stringContaining('column `name`') }] });
    const created = await engine.call('createMigration', { migrationsList: list, schema: next, draft: false, migrationName: 'city', filters: FILTERS });
    expect(created.result).toMatchObject({
      generatedMigrationName: expect.stringMatching(/^\d{14}_city$/),
      migrationScript: expect.stringMatching(/DROP COLUMN "name",\s+ADD COLUMN\s+"city" TEXT/),
    });
    expect(await engine.end()).toBe(0);
  });

  it('sees a change made behind the migrations’ back', async () => {
    await cluster.sql(databaseUrl, 'CREATE TABLE stray (id int)');
    const engine = startEngine(databaseUrl);
    const answer = await engine.call('devDiagnostic', { migrationsList: await migrationsList(), filters: FILTERS });
    expect(answer.result).toMatchObject({ action: { tag: 'reset', reason: expect.stringContaining('stray') } });
    await engine.end();
  });

  it('replays the migrations in a shadow database, also those that do damage', async () => {
    await project.addMigration('20240102000000_drop', 'DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
    const engine = startEngine(databaseUrl);
    const answer = await engine.call('diff', await diffFromMigrations());
    expect(answer.result).toMatchObject({ exitCode: 2 });
    await engine.end();
  });

  it('drops the shadow database when a migration fails in it, and tells why', async () => {
    await project.addMigration('20240102000000_bad', 'CREATE TABLE bad (id nosuchtype);');
    const engine = startEngine(databaseUrl);
    const answer = await engine.call('diff', await diffFromMigrations());
    expect(answer.error?.data.message).toContain('type "nosuchtype" does not exist');
    expect(await shadowDatabases()).toEqual([]);
    await engine.end();
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('drops the shadow database when %s interrupts it', async (signal) => {
    await project.addMigration('20240102000000_long', 'SELECT pg_sleep(60);');
    const engine = startEngine(databaseUrl);
    void engine.call('diff', await diffFromMigrations());
    while ((await shadowDatabases()).length === 0) await sleep(50);
    engine.signal(signal);
    expect(await engine.exited).toBe(1);
  });

  it('says why a role may have no shadow database', async () => {
    await cluster.admin("CREATE ROLE plain LOGIN PASSWORD 'plain'");
    const asPlain = Object.assign(new URL(databaseUrl), { username: 'plain', password: 'plain' });
    const engine = startEngine(asPlain.toString());
    const answer = await engine.call('diff', await diffFromMigrations());
    expect(answer.error?.data.message).toContain('permission denied to create database');
    await engine.end();
  });

  it('answers every request when it breaks down in the middle of one, and ends with an exit code', async () => {
    const engine = startEngine(databaseUrl);
    // Parameters the wasm engine cannot read make it throw outside the call, which then never settles.
    const answers = await Promise.all([engine.call('applyMigrations', {}), engine.call('getDatabaseVersion')]);
    for (const answer of answers) expect(answer.error?.data).toMatchObject({ is_panic: false, message: expect.stringContaining('migrationsList') });
    expect(await engine.exited).toBe(1);
  });

  it('is not used again after a panic', async () => {
    const engine = startEngine(databaseUrl);
    const answers = await Promise.all([engine.call('debugPanic'), engine.call('getDatabaseVersion')]);
    for (const answer of answers) expect(answer.error?.data.message).toContain('panicked');
    expect(await engine.exited).toBe(1);
  });

  it('refuses a method it has not, and goes on', async () => {
    const engine = startEngine(databaseUrl);
    expect((await engine.call('getDatabaseDescription', {})).error?.data.message).toContain('no method "getDatabaseDescription"');
    expect((await engine.call('getDatabaseVersion')).result).toMatch(/^PostgreSQL \d/);
    expect(await engine.end()).toBe(0);
  });
});
