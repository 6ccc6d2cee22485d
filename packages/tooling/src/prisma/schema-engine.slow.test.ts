import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runPrisma } from './run-prisma.mjs';
import { SITE_MODEL, newPrismaProject } from './testing/prisma-project.js';
import type { PrismaProject } from './testing/prisma-project.js';
import { startScratchCluster } from './testing/scratch-cluster.js';
import type { ScratchCluster } from './testing/scratch-cluster.js';

jest.setTimeout(300_000);

const RUN_PRISMA = fileURLToPath(new URL('./run-prisma.mjs', import.meta.url));
const DIFF_DATABASE = ['migrate', 'diff', '--from-config-datasource', '--to-schema', 'prisma/schema', '--exit-code'];
const DIFF_MIGRATIONS = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema', '--exit-code'];

let cluster: ScratchCluster;
let project: PrismaProject;
let databaseUrl: string;

beforeAll(async () => {
  cluster = await startScratchCluster();
});
afterAll(() => cluster.stop());
beforeEach(async () => {
  project = await newPrismaProject();
  databaseUrl = cluster.newDatabaseUrl();
});
afterEach(() => project.remove());

const prisma = (...args: string[]) => runPrisma(args, { databaseUrl, cwd: project.cwd });
const sql = (text: string) => cluster.sql<Record<string, unknown>>(databaseUrl, text);

/** run-prisma.mjs as a program, with more in its environment and its standard input redirected. */
async function runProgram({ env, stdin, args }: { env: string[]; stdin: '<&-' | '</dev/null'; args: string[] }) {
  const command = ['env', `DATABASE_URL=${databaseUrl}`, ...env, process.execPath, RUN_PRISMA, ...args];
  const child = spawn('sh', ['-c', `exec "$0" "$@" ${stdin}`, ...command], { cwd: project.cwd, stdio: ['inherit', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [exitCode] = await once(child, 'close');
  return { exitCode, output };
}

describe('without a database', () => {
  it('is the engine that this Prisma CLI was built for', async () => {
    const { output } = await prisma('version', '--json');
    const versions = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
    expect(versions['schema-engine']).toContain(versions['default-engines-hash']);
  });

  it('lets the CLI validate and generate', async () => {
    await project.setModels(`${SITE_MODEL}generator client {\n  provider = "prisma-client"\n  output = "../client"\n}\n`);
    expect(await prisma('validate')).toMatchObject({ exitCode: 0 });
    expect(await prisma('generate')).toMatchObject({ exitCode: 0 });
    expect(await readFile(join(project.cwd, 'prisma/client/client.ts'), 'utf8')).toContain('Site');
  });

  it('names the server that cannot be reached', async () => {
    const { exitCode, output } = await runPrisma(['migrate', 'deploy'], { databaseUrl: 'postgresql://u:secret@127.0.0.1:1/d', cwd: project.cwd });
    expect(exitCode).toBe(1);
    expect(output).toContain('127.0.0.1:1');
    expect(output).not.toContain('secret');
  });
});

describe('migrate deploy', () => {
  it('creates the database, applies everything, and then finds nothing to do', async () => {
    const first = await prisma('migrate', 'deploy');
    expect(first).toMatchObject({ exitCode: 0, output: expect.stringContaining('All migrations have been successfully applied.') });
    const second = await prisma('migrate', 'deploy');
    expect(second).toMatchObject({ exitCode: 0, output: expect.stringContaining('No pending migrations to apply.') });
    expect(await prisma('migrate', 'status')).toMatchObject({ exitCode: 0 });
    expect(await sql('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: '20240101000000_site' }]);
  });

  it('keeps every ; inside a body or a string', async () => {
    await project.addMigration('20240102000000_function', `
      CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE doubled integer;
      BEGIN doubled := n * 2; RETURN doubled; END $$;
      INSERT INTO "Site" VALUES (twice(21), 'a;b');
      DO $body$ BEGIN UPDATE "Site" SET name = name || ';c'; END; $body$;`);
    expect(await prisma('migrate', 'deploy')).toMatchObject({ exitCode: 0 });
    expect(await sql('SELECT * FROM "Site"')).toEqual([{ id: 42, name: 'a;b;c' }]);
  });

  it('fails for a failing migration, says where, and keeps nothing of it', async () => {
    await project.addMigration('20240102000000_bad', 'CREATE TABLE half (id int);\n-- ünïcode\nCREATE TABLE bad (id nosuchtype);\n');
    const { exitCode, output } = await prisma('migrate', 'deploy');
    expect(exitCode).toBe(1);
    expect(output).toContain('20240102000000_bad');
    expect(output).toContain('type "nosuchtype" does not exist (line 3 of the script)');
    expect(await sql(`SELECT to_regclass('half') AS half, to_regclass('"Site"')::text AS site`)).toEqual([{ half: null, site: '"Site"' }]);
    const again = await prisma('migrate', 'deploy');
    expect(again).toMatchObject({ exitCode: 1, output: expect.stringContaining('P3009') });
  });

  it('fails where the connection is lost in the middle', async () => {
    await project.addMigration('20240102000000_long', 'SELECT pg_sleep(60);');
    const deploying = prisma('migrate', 'deploy');
    const name = new URL(databaseUrl).pathname.slice(1);
    let ended: unknown[] = [];
    while (ended.length === 0) {
      await sleep(100);
      ended = await cluster.admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'SELECT pg_sleep%'", [name]);
    }
    expect(await deploying).toMatchObject({ exitCode: 1 });
  });

  it('works in a schema of its own, made on the way', async () => {
    const inSchema = `${databaseUrl}?schema=plant%20one`;
    expect(await runPrisma(['migrate', 'deploy'], { databaseUrl: inSchema, cwd: project.cwd })).toMatchObject({ exitCode: 0 });
    expect(await sql(`SELECT schemaname FROM pg_tables WHERE tablename IN ('Site', '_prisma_migrations')`)).toEqual([
      { schemaname: 'plant one' }, { schemaname: 'plant one' },
    ]);
    expect(await runPrisma(DIFF_MIGRATIONS, { databaseUrl: inSchema, cwd: project.cwd })).toMatchObject({ exitCode: 0 });
  });
});

describe('migrate diff --exit-code', () => {
  it.each([['the database', DIFF_DATABASE], ['the migrations', DIFF_MIGRATIONS]])('compares %s with the schema: 0 if equal, 2 if not', async (_name, args) => {
    await prisma('migrate', 'deploy');
    expect(await prisma(...args)).toMatchObject({ exitCode: 0, output: expect.stringContaining('No difference detected.') });
    await project.setModels(SITE_MODEL.replace('name String', 'name String\n  city String?'));
    const dirty = await prisma(...args, '--script');
    expect(dirty.exitCode).toBe(2);
    expect(dirty.output).toContain('ALTER TABLE "Site" ADD COLUMN     "city" TEXT');
  });

  it('leaves tables of raw SQL alone, their partitions included', async () => {
    await project.addMigration('20240102000000_reading', `
      CREATE TABLE reading (at timestamptz NOT NULL, spans tstzmultirange) PARTITION BY RANGE (at);
      CREATE TABLE reading_2024 PARTITION OF reading FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      CREATE INDEX reading_at ON reading (at);`);
    await prisma('migrate', 'deploy');
    expect(await prisma(...DIFF_DATABASE)).toMatchObject({ exitCode: 0 });
    expect(await prisma(...DIFF_MIGRATIONS)).toMatchObject({ exitCode: 0 });
  });

  it('reads a schema with everything that pg_catalog labels "char"', async () => {
    await project.addMigration('20240102000000_more', `
      CREATE TYPE colour AS ENUM ('red', 'green');
      CREATE TABLE part (id int PRIMARY KEY, "siteId" int REFERENCES "Site" ON DELETE CASCADE, colour colour DEFAULT 'red', tags text[]);
      CREATE UNIQUE INDEX part_tags ON part (tags, colour);`);
    await prisma('migrate', 'deploy');
    await writeFile(join(project.cwd, 'pulled.prisma'), 'datasource db {\n  provider = "postgresql"\n}\n');
    const { exitCode, output } = await prisma('db', 'pull', '--schema', 'pulled.prisma', '--print');
    expect(exitCode).toBe(0);
    expect(output).toMatch(/siteId\s+Int\?/);
    expect(output).toMatch(/@relation\(fields: \[siteId\], references: \[id\], onDelete: Cascade, onUpdate: NoAction\)/);
    expect(output).toMatch(/colour\s+colour\?\s+@default\(red\)/);
    expect(output).toContain('@@unique([tags, colour], map: "part_tags")');
  });
});

describe('an engine panic', () => {
  it.each(['<&-', '</dev/null'] as const)('ends the CLI with an exit code and the engine’s words, standard input %s', async (stdin) => {
    await prisma('migrate', 'deploy');
    const { exitCode, output } = await runProgram({ env: ['FORCE_PANIC_SCHEMA_ENGINE=1'], stdin, args: ['migrate', 'status'] });
    expect(exitCode).toBe(1);
    expect(output).toContain('The schema engine panicked: ');
    expect(output).toContain('This is the debugPanic artificial panic');
  });
});
