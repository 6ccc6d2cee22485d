// @ts-check
import path from 'node:path';
import { Problem } from '../cli/problem.mjs';

/** The ports that the platform listens on, by their variables. */
export const PORTS = /** @type {const} */ ({
  PORTAL_PORT: { title: 'the portal', port: 3000 },
  API_PORT: { title: 'the api', port: 4000 },
  MQTT_PORT: { title: 'MQTT', port: 1883 },
  DEVICE_HTTP_PORT: { title: 'device HTTP', port: 8080 },
  WORKER_PORT: { title: 'the worker', port: 4100 },
});

/** @typedef {keyof typeof PORTS} PortVariable */
/** @typedef {Record<PortVariable, number>} Ports */

/**
 * @typedef {object} StartConfig
 * @property {string} dataDir
 * @property {Partial<Ports>} setPorts Those that were set; the others have their defaults, and may move.
 * @property {string | undefined} databaseUrl
 * @property {string | undefined} redisUrl
 * @property {string | undefined} smtpUrl
 * @property {string | undefined} publicUrl
 * @property {string | undefined} secret Undefined: the data folder keeps one.
 * @property {BackupConfig} backups Of the platform's own database.
 *
 * @typedef {object} BackupConfig
 * @property {string} home Where they go.
 * @property {number} everyHours 0: none by the clock.
 * @property {number} keep How many of those taken by the clock stay.
 */

/**
 * Reads what the environment sets. An empty variable counts as not set, as in a `.env` file or a compose file.
 * @param {Record<string, string | undefined>} env
 * @param {string} repository
 * @returns {StartConfig}
 */
export function readConfig(env, repository) {
  const text = (/** @type {string} */ name) => env[name]?.trim() || undefined;
  /** @type {Partial<Ports>} */
  const setPorts = {};
  /** @type {string[]} */
  const faults = [];
  for (const variable of portVariables()) {
    const value = text(variable);
    if (value === undefined) continue;
    const port = Number(value);
    if (/^\d+$/.test(value) && port <= 65_535) setPorts[variable] = port;
    else faults.push(`${variable}=${value} is not a port (0 to 65535).`);
  }
  const count = (/** @type {string} */ name, /** @type {number} */ usual, /** @type {number} */ least) => {
    const value = Number(text(name) ?? usual);
    if (!Number.isInteger(value) || value < least || value > 9_999) faults.push(`${name}=${text(name)} is not a whole number from ${least} to 9999.`);
    return value;
  };
  const [everyHours, keep] = [count('BACKUP_EVERY_HOURS', 24, 0), count('BACKUP_KEEP', 7, 1)];
  faults.push(...repeatedPorts(setPorts), ...urlFaults(text), ...secretFaults(text('TENON_SECRET')));
  if (faults.length > 0) throw new Problem(faults.join('\n'));
  const dataDir = path.resolve(repository, text('TENON_DATA_DIR') ?? '.data');
  return {
    dataDir,
    setPorts,
    databaseUrl: text('DATABASE_URL'),
    redisUrl: text('REDIS_URL'),
    smtpUrl: text('SMTP_URL'),
    publicUrl: text('PUBLIC_URL')?.replace(/\/+$/, ''),
    secret: text('TENON_SECRET'),
    // Beside the data folder: what is done to that one must not take its backups along.
    backups: { home: path.resolve(repository, text('BACKUP_DIR') ?? `${dataDir}-backups`), everyHours, keep },
  };
}

/** @returns {readonly PortVariable[]} */
export function portVariables() {
  return /** @type {PortVariable[]} */ (Object.keys(PORTS));
}

/** @param {Partial<Ports>} setPorts */
function repeatedPorts(setPorts) {
  const entries = Object.entries(setPorts).filter(([, port]) => port !== 0);
  return entries
    .filter(([, port], index) => entries.findIndex(([, other]) => other === port) < index)
    .map(([variable, port]) => `${variable}=${port} is set for another part of the platform too.`);
}

const URL_FORMS = /** @type {const} */ ([
  ['DATABASE_URL', /^postgres(ql)?:$/, 'postgresql://user:password@host:5432/database'],
  ['REDIS_URL', /^rediss?:$/, 'redis://host:6379'],
  ['SMTP_URL', /^smtps?:$/, 'smtp://user:password@host:587'],
  ['PUBLIC_URL', /^https?:$/, 'https://tenon.example.com'],
]);

/**
 * Names the variable and its form, never its value: it may hold a password.
 * @param {(name: string) => string | undefined} text
 */
function urlFaults(text) {
  return URL_FORMS.filter(([name, protocol]) => text(name) !== undefined && !protocol.test(protocolOf(text(name) ?? ''))).map(
    ([name, , example]) => `${name} is not an address of the form ${example}.`,
  );
}

/** @param {string} text */
function protocolOf(text) {
  return URL.canParse(text) ? new URL(text).protocol : '';
}

/** Of a secret's form, the one that the processes accept. */
export const SECRET_FORM = /^[0-9a-f]{64}$/;

/** @param {string | undefined} secret */
function secretFaults(secret) {
  if (secret === undefined || SECRET_FORM.test(secret)) return [];
  return ['TENON_SECRET is not 64 hexadecimal digits in lower case. Make one with: openssl rand -hex 32'];
}
