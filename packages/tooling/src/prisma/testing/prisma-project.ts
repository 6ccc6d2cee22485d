import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder as the Prisma CLI expects it. */
export interface PrismaProject {
  readonly cwd: string;
  readonly migrationsDir: string;
  addMigration(name: string, sql: string): Promise<void>;
  removeMigration(name: string): Promise<void>;
  /** Replaces the models. */
  setModels(models: string): Promise<void>;
  remove(): Promise<void>;
}

/** The one model to begin with, and the migration that makes its table. */
export const SITE_MODEL = 'model Site {\n  id Int @id\n  name String\n}\n';
export const SITE_SQL = 'CREATE TABLE "Site" ("id" INTEGER NOT NULL, "name" TEXT NOT NULL, CONSTRAINT "Site_pkey" PRIMARY KEY ("id"));';

const CONFIG = `export default {
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  experimental: { externalTables: true },
  tables: { external: ['public.reading'] },
  datasource: { url: process.env.DATABASE_URL },
};
`;

const DATASOURCE = 'datasource db {\n  provider = "postgresql"\n}\n';

export async function newPrismaProject(): Promise<PrismaProject> {
  const cwd = await mkdtemp(join(tmpdir(), 'prisma-project-'));
  const schemaDir = join(cwd, 'prisma/schema');
  const migrationsDir = join(cwd, 'prisma/migrations');
  await mkdir(schemaDir, { recursive: true });
  await mkdir(migrationsDir);
  await writeFile(join(cwd, 'prisma.config.ts'), CONFIG);
  await writeFile(join(schemaDir, 'main.prisma'), DATASOURCE);
  await writeFile(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
  const project: PrismaProject = {
    cwd,
    migrationsDir,
    async addMigration(name, sql) {
      await mkdir(join(migrationsDir, name));
      await writeFile(join(migrationsDir, name, 'migration.sql'), sql);
    },
    removeMigration: (name) => rm(join(migrationsDir, name), { recursive: true }),
    setModels: (models) => writeFile(join(schemaDir, 'models.prisma'), models),
    remove: () => rm(cwd, { recursive: true, force: true }),
  };
  await project.setModels(SITE_MODEL);
  await project.addMigration('20240101000000_site', SITE_SQL);
  return project;
}
