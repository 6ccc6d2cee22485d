// @ts-check
import { offersTls, tlsOptions } from './tls-options.mjs';

/**
 * @typedef {import('pg').PoolConfig & { host: string, port: number, database: string }} ConnectionConfig
 * @typedef {object} Connection
 * @property {ConnectionConfig} config host, port, user and so on apart: never a connection string, see `shadow-database.mjs`
 * @property {string | undefined} schema Prisma's `?schema=`
 * @property {boolean} isTlsOptional sslmode=prefer: plain text will do where the server has no TLS
 */

/** Prisma's own default; node-postgres would wait for ever. */
const DEFAULT_CONNECT_TIMEOUT_S = 5;

/**
 * Turns a PostgreSQL URL as Prisma and libpq write it into node-postgres' settings.
 * Prisma's pool parameters (connection_limit, pool_timeout, pgbouncer, …) mean nothing to one short-lived engine and are left out.
 * @param {string} url
 * @returns {Connection}
 * @throws {Error} not a PostgreSQL URL, or TLS parameters that cannot be honoured; the message never holds the URL
 */
export function parseConnectionUrl(url) {
  const parsed = parseUrl(url);
  const params = parsed.searchParams;
  const host = hostOf(parsed);
  const schema = params.get('schema') ?? undefined;
  const timeoutS = Number(params.get('connect_timeout') ?? DEFAULT_CONNECT_TIMEOUT_S);
  return {
    config: {
      host,
      port: Number(parsed.port || params.get('port') || 5432),
      ...loginOf(parsed),
      connectionTimeoutMillis: timeoutS * 1000,
      application_name: params.get('application_name') ?? 'prisma-schema-engine',
      options: sessionOptions(params.get('options'), schema),
      ssl: host.startsWith('/') ? false : tlsOptions(params),
    },
    schema,
    isTlsOptional: params.get('sslmode') === 'prefer' && !host.startsWith('/'),
  };
}

/**
 * A path is a socket's folder: libpq writes it as ?host=/run/postgresql or percent-encoded in the host's place.
 * @param {URL} url
 */
function hostOf(url) {
  return url.searchParams.get('host') ?? (decodeURIComponent(url.hostname).replace(/^\[(.*)\]$/, '$1') || 'localhost');
}

/**
 * Who comes, and to which database: by default the one of their own name, as libpq has it.
 * @param {URL} url
 */
function loginOf(url) {
  const user = decodeURIComponent(url.username);
  return {
    user: user || undefined,
    password: decodeURIComponent(url.password) || undefined,
    database: decodeURIComponent(url.pathname.slice(1)) || user || 'postgres',
  };
}

/** @param {string} url */
function parseUrl(url) {
  // WHATWG refuses an empty host beside a user name, which libpq allows (user@/db?host=/socket).
  const complete = url.replace('@/', '@localhost/');
  const parsed = URL.canParse(complete) ? new URL(complete) : undefined;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new Error('The database URL is not of the form postgresql://user:password@host:port/database.');
  }
  return parsed;
}

/**
 * The native engine runs `SET search_path` on each connection; as a start-up option it holds for every pooled one.
 * @param {string | null} options
 * @param {string | undefined} schema
 */
function sessionOptions(options, schema) {
  if (schema === undefined) return options ?? undefined;
  const quoted = `"${schema.replaceAll('"', '""')}"`.replace(/[\\ ]/g, '\\$&');
  return [options, `-c search_path=${quoted}`].filter(Boolean).join(' ');
}

/**
 * The same, ready to connect with: asks the server where TLS is optional.
 * @param {string} url
 * @returns {Promise<Connection>}
 * @throws {Error} as {@link parseConnectionUrl}
 */
export async function resolveConnection(url) {
  const connection = parseConnectionUrl(url);
  const { host, port, connectionTimeoutMillis } = connection.config;
  if (connection.isTlsOptional && !(await offersTls(host, port, connectionTimeoutMillis ?? 0))) connection.config.ssl = false;
  return connection;
}
