// @ts-check
import { accessSync, chmodSync, constants } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environment } from '../cli/env.mjs';

const ENGINE = fileURLToPath(new URL('./schema-engine.mjs', import.meta.url));

/**
 * The environment in which the Prisma CLI needs no network, this process's own otherwise.
 * Every command but help, `generate` and `validate` among them, first fetches the native engine unless it is told of another.
 * @param {string | undefined} databaseUrl DATABASE_URL for prisma.config.ts; undefined keeps this process's
 * @returns {Record<string, string | undefined>}
 */
export function prismaEnvironment(databaseUrl) {
  ensureExecutable(ENGINE);
  const inherited = environment();
  return {
    ...inherited,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    PRISMA_SCHEMA_ENGINE_BINARY: ENGINE,
    CHECKPOINT_DISABLE: '1', // no update check, no telemetry
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    // The engine's first line looks node up in PATH, where there may be none, or another one than this.
    PATH: [dirname(process.execPath), inherited.PATH].filter(Boolean).join(delimiter),
  };
}

/**
 * The CLI runs the engine as a program; an archive or a checkout on some file systems loses that mark.
 * @param {string} path
 */
function ensureExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    chmodSync(path, 0o755);
  }
}
