// @ts-check
import { readdir } from 'node:fs/promises';

/**
 * @param {string} migrationsDir
 * @returns {Promise<string[]>} names of the migrations, in the order they are applied; empty where there is no such folder
 */
export async function listMigrations(migrationsDir) {
  const entries = await readdir(migrationsDir, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}
