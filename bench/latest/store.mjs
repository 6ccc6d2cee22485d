// @ts-check
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { LatestValues } from '../../packages/modules/telemetry/dist/application/latest-values.js';
import { LatestValueRepository } from '../../packages/modules/telemetry/dist/persistence/latest-value.repository.js';
import { SeriesRepository } from '../../packages/modules/telemetry/dist/persistence/series.repository.js';

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
