// @ts-check
import { parseConnectionUrl, resolveConnection } from './connection-url.mjs';
import { describeConnectionError } from './connection-errors.mjs';
import { createDatabase, dropDatabase, withClient } from './database-admin.mjs';
import { logEngineError } from './engine-log.mjs';

/** Prisma: the provided database string is invalid. */
const INVALID_URL = 'P1013';

/** @type {Record<string, (url: string) => Promise<unknown>>} */
const COMMANDS = {
  'can-connect-to-database': async (url) => withClient((await resolveConnection(url)).config, async () => {}),
  'create-database': createDatabase,
  'drop-database': dropDatabase,
};

/**
 * The engine's one-shot commands, `schema-engine --datasource {…} cli <name>`.
 * @param {string | undefined} name
 * @param {string | undefined} url
 * @returns {Promise<number>} the exit code
 */
export async function runCliCommand(name, url) {
  process.stderr.write('\n'); // the CLI drops stderr's first line before it parses the rest
  const command = COMMANDS[name ?? ''];
  if (!command || url === undefined) {
    logEngineError(command ? 'The datasource has no URL.' : `Unknown schema engine command "${name}".`);
    return 1;
  }
  try {
    await command(url);
    return 0;
  } catch (error) {
    const failure = describe(error, url);
    logEngineError(failure.message, failure.code);
    return 1;
  }
}

/**
 * @param {unknown} error
 * @param {string} url
 * @returns {{ code: string | undefined, message: string }}
 */
function describe(error, url) {
  try {
    return describeConnectionError(error, parseConnectionUrl(url).config);
  } catch (invalidUrl) {
    return { code: INVALID_URL, message: /** @type {Error} */ (invalidUrl).message };
  }
}
