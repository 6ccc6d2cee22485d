// @ts-check

/**
 * @typedef {object} PlatformSettings
 * @property {import('./config.mjs').StartConfig} config
 * @property {import('./config.mjs').Ports} ports
 * @property {string} databaseUrl
 * @property {string} secret
 * @property {string} publicUrl
 * @property {string} pages The folder of the portal's pages.
 * @property {boolean} isDev
 * @property {boolean} hasDemo
 */

/** npm's own, and what is set below only when it has a value. */
const LEFT_OUT = /^(npm_.*|INIT_CWD|REDIS_URL|SMTP_URL)$/;

/**
 * The environment of every child: what the person set, and what this start decided.
 * @param {Record<string, string | undefined>} outer
 * @param {PlatformSettings} settings
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(outer, { config, ports, databaseUrl, secret, publicUrl, pages, isDev, hasDemo }) {
  const kept = Object.entries(outer).filter(([name]) => !LEFT_OUT.test(name));
  return {
    // A platform with a demo is there to be looked at, its office too; what the person set goes before.
    ...(hasDemo && { STAFF_SECOND_FACTOR: 'optional' }),
    ...Object.fromEntries(kept),
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    DATABASE_URL: databaseUrl,
    ...(config.redisUrl && { REDIS_URL: config.redisUrl }),
    ...(config.smtpUrl && { SMTP_URL: config.smtpUrl }),
    API_URL: `http://127.0.0.1:${ports.API_PORT}`,
    PUBLIC_URL: publicUrl,
    TENON_DATA_DIR: config.dataDir,
    BACKUP_DIR: config.backups.home,
    // Of a database that DATABASE_URL names the platform takes none.
    BACKUP_EVERY_HOURS: String(config.databaseUrl === undefined ? config.backups.everyHours : 0),
    TENON_SECRET: secret,
    TENON_SUPERVISED: '1',
    TENON_NEXT_DIST: pages,
    TENON_DEV: isDev ? '1' : '0',
    NODE_ENV: 'production',
  };
}
