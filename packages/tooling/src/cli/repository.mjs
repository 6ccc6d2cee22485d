// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout: where package.json and package-lock.json stand. */
export const REPOSITORY = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');

/** Stamps and locks of this checkout. Outside node_modules, which `npm ci` deletes. */
export const CACHE_FOLDER = path.join(REPOSITORY, '.cache', 'tooling');
