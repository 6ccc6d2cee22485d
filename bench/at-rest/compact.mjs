// @ts-check
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the worker runs it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/application/compact-points.js')} */
const { CompactPoints } = await compiled('application/compact-points.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/move-points.js')} */
const { MovePoints } = await compiled('application/move-points.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/compaction.repository.js')} */
const { CompactionRepository } = await compiled('persistence/compaction.repository.js');

const log = createLog({ name: 'bench', level: 'silent' });
const END_MS = Date.UTC(9000, 0);

/** @param {string} databaseUrl */
export function openCompactor(databaseUrl) {
  const database = openDatabase({ databaseUrl, log, max: 1 });
  const compactions = new CompactionRepository();
  const compactPoints = new CompactPoints(database.tenant, compactions, new MovePoints(compactions));
  return { compactPoints, close: () => database.close() };
}

/**
 * Moves all of a machine's points, without the rests that the worker takes.
 * @param {Pick<ReturnType<typeof openCompactor>, 'compactPoints'>} compactor
 * @param {string} tenantId
 * @param {string} deviceId
 */
export async function compact({ compactPoints }, tenantId, deviceId) {
  const startedMs = performance.now();
  let rssBytes = 0;
  for (let hasMore = true; hasMore; ) {
    ({ hasMore } = await compactPoints.execute(/** @type {any} */ (tenantId), { deviceId, beforeMs: END_MS }));
    rssBytes = Math.max(rssBytes, process.memoryUsage.rss());
  }
  return { seconds: (performance.now() - startedMs) / 1_000, rssBytes };
}

/**
 * Moves all of a company's points.
 * @param {{ databaseUrl: string, superuser: import('pg').Pool }} database
 * @param {string} tenantId
 */
export async function compactAll({ databaseUrl, superuser }, tenantId) {
  const compactor = openCompactor(databaseUrl);
  try {
    const { rows } = await superuser.query('SELECT id FROM device WHERE tenant_id = $1', [tenantId]);
    for (const { id } of rows) await compact(compactor, tenantId, id);
  } finally {
    await compactor.close();
  }
}
