// @ts-check
/** The bundled PostgreSQL: a real server in a folder, for `npm start` and for tests. Reads nothing from npm packages until a database is provisioned. */
import { openCluster } from './open-cluster.mjs';
import { removeDataFolder } from './remove-cluster.mjs';

export { recordedRoleUrl } from './recorded-url.mjs';
export { openCluster } from './open-cluster.mjs';
export { provisionDatabase } from './provision.mjs';
export { removeDataFolder } from './remove-cluster.mjs';

/**
 * @typedef {object} RunningPostgres
 * @property {number} port
 * @property {number} pid
 * @property {string} superuserUrl Of the database `postgres`.
 * @property {(database: string) => string} urlFor The superuser's address of any database.
 * @property {Promise<string>} exited Resolves when the server ends, however.
 * @property {() => Promise<void>} stop
 * @property {() => Promise<void>} destroy Stops, and removes the data folder and what was kept elsewhere for it.
 */

/**
 * Starts a PostgreSQL of its own in a folder; several may run side by side. One start, no supervision: for tests and tools.
 * @param {import('./open-cluster.mjs').ClusterOptions} options
 * @returns {Promise<RunningPostgres>}
 */
export async function startPostgres(options) {
  const cluster = await openCluster(options);
  try {
    const server = await cluster.start();
    const stop = async () => {
      await server.stop();
      cluster.close();
    };
    return {
      port: cluster.port(),
      pid: server.pid,
      superuserUrl: cluster.superuserUrl('postgres'),
      urlFor: cluster.superuserUrl,
      exited: server.exited,
      stop,
      async destroy() {
        await stop();
        await removeDataFolder(options.dataDir);
      },
    };
  } catch (failure) {
    cluster.close();
    throw failure;
  }
}
