// @ts-check
import { PointMeter } from '@tenon/billing';
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the processes run it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/application/read-series-range.js')} */
const { ReadSeriesRange } = await compiled('application/read-series-range.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/roll-up.js')} */
const { RollUp } = await compiled('application/roll-up.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/series-buckets.js')} */
const { SeriesBuckets } = await compiled('application/series-buckets.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/bucket.repository.js')} */
const { BucketRepository } = await compiled('persistence/bucket.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/dirty-minutes.repository.js')} */
const { DirtyMinutesRepository } = await compiled('persistence/dirty-minutes.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/roll-up.repository.js')} */
const { RollUpRepository } = await compiled('persistence/roll-up.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/series-source.repository.js')} */
const { SeriesSourceRepository } = await compiled('persistence/series-source.repository.js');

/** The lowest log level that writes nothing. */
const log = createLog({ name: 'bench', level: 'silent' });

/**
 * The store as the api and the worker use it, on one connection, so that its processor time can be told apart.
 * @param {string} databaseUrl
 * @param {string} tenantId
 * @param {Pick<PointMeter, 'add'>} [meter] counts what was rolled up
 */
export function openStore(databaseUrl, tenantId, meter = new PointMeter()) {
  const database = openDatabase({ databaseUrl, log, max: 1 });
  /** @type {any} */
  const actor = { kind: 'system', tenantId, permissions: new Set() };
  const read = new ReadSeriesRange(database.tenant, new SeriesBuckets(new SeriesSourceRepository(), new BucketRepository()));
  const rollUp = new RollUp(database.tenant, new DirtyMinutesRepository(), new RollUpRepository(), meter);
  return {
    /** @param {{ seriesIds: number[], range: { fromMs: number, toMs: number }, maxPoints: number }} question */
    read: (question) => read.execute(actor, question),
    /** @param {{ beforeMs: number, maxMinutes: number }} slice */
    rollUp: (slice) => rollUp.execute(actor.tenantId, slice),
    close: () => database.close(),
  };
}
