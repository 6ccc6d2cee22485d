import { defineConfig } from 'prisma/config';
import { environment } from './packages/tooling/src/cli/env.mjs';

/** Made by raw SQL in the migrations, because Prisma cannot describe them; unlisted, `migrate dev` would drop them. */
const RAW_SQL_TABLES = ['telemetry', 'telemetry_block', 'telemetry_minute', 'telemetry_roll_up_block', 'telemetry_hour', 'telemetry_shape', 'telemetry_head'];

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  experimental: { externalTables: true },
  tables: { external: RAW_SQL_TABLES.map((table) => `public.${table}`) },
  // Absent or empty, the commands that need no database (generate, validate, format) still run.
  datasource: { url: environment().DATABASE_URL || undefined },
});
