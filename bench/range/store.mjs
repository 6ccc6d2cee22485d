// @ts-check
import { PointMeter } from '@tenon/billing';
import { openDatabase } from '@tenon/db';
import { createLog } from '@tenon/runtime';

// As the processes run it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/telemetry/dist/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/telemetry/src/application/keep-ledger.js')} */
const { KeepLedger } = await compiled('application/keep-ledger.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/look-at-machine.js')} */
const { LookAtMachine } = await compiled('application/look-at-machine.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/read-series-range.js')} */
const { ReadSeriesRange } = await compiled('application/read-series-range.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/roll-up.js')} */
const { RollUp } = await compiled('application/roll-up.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/series-buckets.js')} */
const { SeriesBuckets } = await compiled('application/series-buckets.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/bucket.repository.js')} */
const { BucketRepository } = await compiled('persistence/bucket.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/connection.repository.js')} */
const { ConnectionRepository } = await compiled('persistence/connection.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/ledger-day.repository.js')} */
const { LedgerDayRepository } = await compiled('persistence/ledger-day.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/ledger-due.repository.js')} */
const { LedgerDueRepository } = await compiled('persistence/ledger-due.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/ledger-gap.repository.js')} */
const { LedgerGapRepository } = await compiled('persistence/ledger-gap.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/ledger-machine.repository.js')} */
const { LedgerMachineRepository } = await compiled('persistence/ledger-machine.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/ledger-stamp.repository.js')} */
const { LedgerStampRepository } = await compiled('persistence/ledger-stamp.repository.js');
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
  const machines = new LedgerMachineRepository();
  const look = new LookAtMachine(machines, new LedgerStampRepository(), new LedgerDayRepository(), new LedgerGapRepository(), new ConnectionRepository());
  const ledger = new KeepLedger(database.tenant, new LedgerDueRepository(), machines, look);
  return {
    /** Brings the ledgers of gaps up to what was rolled up, as often as anything is due. */
    async keepLedger() {
      const round = { outages: [], before: new Date(Date.now() + 3_600_000) };
      while ((await ledger.execute(actor.tenantId, round)) > 0);
    },
    /** @param {{ seriesIds: number[], range: { fromMs: number, toMs: number }, maxPoints: number }} question */
    read: (question) => read.execute(actor, question),
    /** @param {{ beforeMs: number, maxMinutes: number }} slice */
    rollUp: (slice) => rollUp.execute(actor.tenantId, slice),
    close: () => database.close(),
  };
}
