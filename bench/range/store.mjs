// @ts-check
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';
import { ReadSeriesRange } from '../../packages/modules/telemetry/dist/application/read-series-range.js';
import { RollUp } from '../../packages/modules/telemetry/dist/application/roll-up.js';
import { SeriesBuckets } from '../../packages/modules/telemetry/dist/application/series-buckets.js';
import { BucketRepository } from '../../packages/modules/telemetry/dist/persistence/bucket.repository.js';
import { DirtyMinutesRepository } from '../../packages/modules/telemetry/dist/persistence/dirty-minutes.repository.js';
import { RollUpRepository } from '../../packages/modules/telemetry/dist/persistence/roll-up.repository.js';
import { SeriesSourceRepository } from '../../packages/modules/telemetry/dist/persistence/series-source.repository.js';

/** The lowest log level that writes nothing. */
const log = createLog({ name: 'bench', level: 'silent' });

/**
 * The store as the api and the worker use it, on one connection, so that its processor time can be told apart.
 * @param {string} databaseUrl
 * @param {string} tenantId
 */
export function openStore(databaseUrl, tenantId) {
  const database = openDatabase({ databaseUrl, log, max: 1 });
  /** @type {any} */
  const actor = { kind: 'system', tenantId, permissions: new Set() };
  const read = new ReadSeriesRange(database.tenant, new SeriesBuckets(new SeriesSourceRepository(), new BucketRepository()));
  const rollUp = new RollUp(database.tenant, new DirtyMinutesRepository(), new RollUpRepository());
  return {
    /** @param {{ seriesIds: number[], range: { fromMs: number, toMs: number }, maxPoints: number }} question */
    read: (question) => read.execute(actor, question),
    /** @param {{ beforeMs: number, maxMinutes: number }} slice */
    rollUp: (slice) => rollUp.execute(actor.tenantId, slice),
    close: () => database.close(),
  };
}
