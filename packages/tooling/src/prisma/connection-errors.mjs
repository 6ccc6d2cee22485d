// @ts-check

/** @typedef {{ code?: string, message?: string }} DriverError */

/** PostgreSQL and socket error codes, by Prisma's. @see https://www.prisma.io/docs/orm/reference/error-reference#common */
const PRISMA_CODES = /** @type {Record<string, string>} */ ({
  '28P01': 'P1000',
  ECONNREFUSED: 'P1001',
  ENOTFOUND: 'P1001',
  EAI_AGAIN: 'P1001',
  EHOSTUNREACH: 'P1001',
  ENETUNREACH: 'P1001',
  ENOENT: 'P1001',
  ETIMEDOUT: 'P1002',
  '3D000': 'P1003',
  '42P04': 'P1009',
  '28000': 'P1010',
  '42501': 'P1010',
  ECONNRESET: 'P1017',
  '53300': 'P2037',
});

/** node-postgres reports these without a code. */
const PRISMA_CODES_BY_MESSAGE = /** @type {const} */ ([
  [/timeout expired/, 'P1002'],
  [/terminated/, 'P1017'],
]);

/** What a TLS failure looks like: OpenSSL's verification codes, Node's own, node-postgres' refusals. */
const TLS_FAILURE = /CERT|SIGNATURE|^ERR_(TLS|SSL)|^EPROTO|SSL connection/;

/**
 * A connection failure in Prisma's words.
 * @param {unknown} error
 * @param {{ host: string, port: number }} server
 * @returns {{ code: string | undefined, message: string }} no code: it is none of Prisma's
 */
export function describeConnectionError(error, { host, port }) {
  const { code = '', message = '' } = /** @type {DriverError} */ (error ?? {});
  const prismaCode = prismaCodeOf(code, message);
  if (prismaCode === 'P1001') {
    return { code: prismaCode, message: `Can't reach database server at \`${host}:${port}\` (${code}). Is it running?` };
  }
  if (prismaCode === 'P1011') return { code: prismaCode, message: `Error opening a TLS connection: ${message}` };
  return { code: prismaCode, message: message || String(error) };
}

/**
 * @param {string} code
 * @param {string} message
 * @returns {string | undefined}
 */
function prismaCodeOf(code, message) {
  const known = PRISMA_CODES[code];
  if (known) return known;
  if (TLS_FAILURE.test(code) || TLS_FAILURE.test(message)) return 'P1011';
  return PRISMA_CODES_BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
}
