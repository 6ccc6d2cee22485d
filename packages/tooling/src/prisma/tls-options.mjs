// @ts-check
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/** @typedef {import('node:tls').ConnectionOptions} ConnectionOptions */

/**
 * How a connection is to be encrypted; `undefined` leaves the choice to PGSSLMODE, as node-postgres does.
 * @typedef {ConnectionOptions | boolean | undefined} TlsOptions
 */

/** Parameters that ask for something this code does not do; dropping them silently would weaken the connection. */
const UNSUPPORTED = ['sslaccept', 'sslidentity', 'sslpassword', 'sslcrl', 'sslcrldir', 'ssl_min_protocol_version'];

/**
 * TLS options by libpq's modes:
 * disable: none. prefer, require: encrypted, and the certificate is checked only against a given sslrootcert.
 * verify-ca: the chain is checked. verify-full: chain and host name; without sslrootcert against Node's own roots.
 * @see https://www.postgresql.org/docs/18/libpq-ssl.html#LIBPQ-SSL-PROTECTION
 * @param {URLSearchParams} params
 * @returns {TlsOptions}
 * @throws {Error} an unknown mode, an unsupported parameter, verify-ca without sslrootcert, or an unreadable file
 */
export function tlsOptions(params) {
  const unsupported = UNSUPPORTED.find((name) => params.has(name));
  if (unsupported) throw new Error(`The connection URL's "${unsupported}" is not supported; use sslmode and sslrootcert.`);
  const mode = params.get('sslmode');
  if (mode === null && !params.has('sslrootcert')) return undefined;
  if (mode === 'disable') return false;
  return { ...certificates(params), ...verification(mode ?? 'require', params.get('sslrootcert')) };
}

/** @param {URLSearchParams} params */
function certificates(params) {
  /** @type {ConnectionOptions} */
  const options = {};
  const root = params.get('sslrootcert');
  if (root !== null && root !== 'system') options.ca = readFileSync(root, 'utf8');
  const certificate = params.get('sslcert');
  if (certificate !== null) options.cert = readFileSync(certificate, 'utf8');
  const key = params.get('sslkey');
  if (key !== null) options.key = readFileSync(key, 'utf8');
  return options;
}

/**
 * @param {string} mode
 * @param {string | null} root
 * @returns {ConnectionOptions}
 */
function verification(mode, root) {
  if (root === 'system' && mode !== 'verify-full') {
    throw new Error('sslrootcert=system needs sslmode=verify-full: anyone can get a certificate from a public root.');
  }
  switch (mode) {
    case 'verify-full':
      return { rejectUnauthorized: true };
    case 'verify-ca':
      if (root === null) throw new Error('sslmode=verify-ca needs sslrootcert.');
      return CHAIN_ONLY;
    case 'require':
    case 'prefer':
      // Neither mode promises to know the server, unless the URL names the root it must come from.
      return root === null ? { rejectUnauthorized: false } : CHAIN_ONLY;
    default:
      throw new Error(`Unknown sslmode "${mode}"; use disable, prefer, require, verify-ca or verify-full.`);
  }
}

/** @type {ConnectionOptions} */
const CHAIN_ONLY = { rejectUnauthorized: true, checkServerIdentity: () => undefined };

/** PostgreSQL's SSLRequest packet: its length, then the code 1234.5679. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);

/**
 * Asks a server whether it speaks TLS: `prefer` must fall back to plain text, and node-postgres cannot.
 * An unreachable server answers true, so that the real connection reports the reason.
 * @param {string} host
 * @param {number} port
 * @param {number} timeoutMs
 * @returns {Promise<boolean>}
 */
export function offersTls(host, port, timeoutMs) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: timeoutMs }, () => socket.write(SSL_REQUEST));
    /** @param {boolean} isOffered */
    const settle = (isOffered) => {
      socket.destroy();
      resolve(isOffered);
    };
    socket.once('data', (reply) => settle(reply[0] !== 'N'.charCodeAt(0)));
    socket.once('timeout', () => settle(true));
    socket.once('error', () => settle(true));
    socket.once('close', () => settle(true));
  });
}
