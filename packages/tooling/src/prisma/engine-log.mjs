// @ts-check

/**
 * Writes an error the way the native engine logs it: one JSON object a line on stderr, which is where the CLI looks for it.
 * @param {string} message
 * @param {string} [errorCode] Prisma's, such as P1001
 */
export function logEngineError(message, errorCode) {
  const fields = { message, ...(errorCode === undefined ? {} : { error_code: errorCode }) };
  const entry = { timestamp: new Date().toISOString(), level: 'ERROR', fields, target: 'schema_engine::logger' };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
