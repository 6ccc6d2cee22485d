// @ts-check
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the processes run it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/application/latest-values.js')} */
const { LatestValues } = await compiled('application/latest-values.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/latest-value.repository.js')} */
const { LatestValueRepository } = await compiled('persistence/latest-value.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/series.repository.js')} */
const { SeriesRepository } = await compiled('persistence/series.repository.js');

/**
 * The store as the api uses it, on one connection, so that its processor time can be told apart.
 * @param {string} databaseUrl
 * @param {string} tenantId
 */
export function openLatest(databaseUrl, tenantId) {
  const database = openDatabase({ databaseUrl, log: createLog({ name: 'bench', level: 'silent' }), max: 1 });
  const latest = new LatestValues(database.tenant, new LatestValueRepository(), new SeriesRepository());
  /** @type {any} */
  const actor = { kind: 'user', tenantId, userId: tenantId, permissions: new Set(['telemetry:read']) };
  return {
    /** @param {readonly string[]} deviceIds */
    read: (deviceIds) => latest.ofDevices(actor, deviceIds),
    close: () => database.close(),
  };
}
