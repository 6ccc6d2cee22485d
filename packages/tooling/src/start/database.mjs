// @ts-check
import { openRotatingLog } from '../cli/rotating-log.mjs';
import { openCluster, provisionDatabase } from '../postgres/index.mjs';
import { keepRunning } from './keep-running.mjs';
import { logFile } from './log-file.mjs';

/** @typedef {import('./start-platform.mjs').StartContext} StartContext */

/**
 * @typedef {object} Database
 * @property {string} url Of the platform's own login role.
 * @property {boolean} isEmbedded
 * @property {() => boolean} isUp As far as we know: of someone else's database we know nothing.
 */

/** The name of the platform's database, and of its login. */
export const DATABASE = 'tenon';
/** What only a superuser may make. */
const EXTENSIONS = ['pg_stat_statements', 'pg_trgm'];

/**
 * The database: the one that DATABASE_URL names, or PostgreSQL of our own, kept running until the end.
 * @param {StartContext & { platform: ReturnType<typeof import('./platform-file.mjs').openPlatformFile> }} context
 * @returns {Promise<Database>}
 */
export async function openDatabase({ config, terminal, shutdown, platform }) {
  if (config.databaseUrl) return { url: config.databaseUrl, isEmbedded: false, isUp: () => true };
  const step = terminal.step('PostgreSQL');
  try {
    const log = openRotatingLog(logFile(config.dataDir, 'postgres'));
    const cluster = await openCluster({ dataDir: config.dataDir, log: log.write, say: terminal.say });
    const end = () => {
      cluster.close();
      log.close();
    };
    shutdown.add({ name: 'the database folder', stop: async () => end(), kill: end });
    const kept = keepRunning({
      name: 'PostgreSQL',
      launch: async () => asChild(await cluster.start()),
      say: terminal.warn,
      onPid: (pid) => platform.tellProcess('postgres', pid),
      falls: 1,
    });
    shutdown.add(kept);
    await kept.ready;
    await provisionDatabase({ superuserUrl: cluster.superuserUrl, database: DATABASE, role: DATABASE, password: await cluster.passwordOf(DATABASE), extensions: EXTENSIONS });
    step.done(`on port ${cluster.port()}`);
    return { url: await cluster.roleUrl(DATABASE, DATABASE), isEmbedded: true, isUp: kept.isUp };
  } catch (failure) {
    step.fail('not started');
    throw failure;
  }
}

/**
 * @param {import('../postgres/server.mjs').Server} server
 * @returns {import('./keep-running.mjs').Running}
 */
function asChild(server) {
  return { pid: server.pid, exited: server.exited, ready: Promise.resolve(true), stop: server.stop, kill: server.abort, lastWords: () => [] };
}
