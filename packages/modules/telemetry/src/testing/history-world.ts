import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PointRoom, ReadKeptFrom } from '@tenon/billing';
import { systemActor } from '@tenon/domain/identity';
import type { HistoryMapping } from '@tenon/domain/history';
import { AdvanceImport, ImportPhases } from '../application/history/advance-import.js';
import { BeginImport } from '../application/history/begin-import.js';
import { CheckImport } from '../application/history/check-import.js';
import { ClearRows } from '../application/history/clear-rows.js';
import { CompareDays, ComparedStores } from '../application/history/compare-days.js';
import { LookAtFile } from '../application/history/look-at-file.js';
import { ImportStore, ReadFile } from '../application/history/read-file.js';
import { ReadImports } from '../application/history/read-imports.js';
import { StepImport, type PressedStep } from '../application/history/step-import.js';
import { DayParts } from '../application/history/day-parts.js';
import { TakeBackDays } from '../application/history/take-back-days.js';
import { WriteDays } from '../application/history/write-days.js';
import { WritePieces } from '../application/history/write-pieces.js';
import { CorrectHeads } from '../application/correct-heads.js';
import { ImportFolder } from '../files/import-folder.js';
import { TelemetryWorkerOptions } from '../jobs/worker-options.js';
import { CompactionRepository } from '../persistence/compaction.repository.js';
import { HeadRepository } from '../persistence/head.repository.js';
import { CompanyFactsRepository } from '../persistence/history/company-facts.repository.js';
import { ImportRepository, type ImportRow } from '../persistence/history/import.repository.js';
import { LayerRepository } from '../persistence/history/layer.repository.js';
import { MetricRepository } from '../persistence/history/metric.repository.js';
import { PieceRepository } from '../persistence/history/piece.repository.js';
import { StandingRepository } from '../persistence/history/standing.repository.js';
import { PointRepository } from '../persistence/point.repository.js';
import { SeriesSourceRepository } from '../persistence/series-source.repository.js';
import { telemetryCases } from './telemetry-cases.js';
import type { TelemetryWorld } from './telemetry-world.js';

const MAX_BYTES = 10_000_000;

/** A mapping of a file whose first column is the time and whose others are numbers of one machine. */
export function wideMapping(deviceId: string, keys: readonly string[], more: Partial<HistoryMapping> = {}): HistoryMapping {
  return {
    headerRows: 1,
    timeColumns: [0],
    timeFormat: 'year-month-day',
    timeZone: 'UTC',
    deviceId,
    machineColumn: null,
    metrics: keys.map((key, at) => ({ column: at + 1, key, kind: 'number', unit: null })),
    long: null,
    decimalMark: '.',
    noValues: ['-'],
    ...more,
  };
}

/** The module's use cases for history on a world's database, wired by hand, and a folder for its files. */
export async function historyWorld(world: TelemetryWorld, { maxBytes = MAX_BYTES } = {}) {
  const { tenant } = world.db;
  const root = await mkdtemp(path.join(os.tmpdir(), 'tenon-history-'));
  const folder = new ImportFolder(root, maxBytes);
  const [imports, pieces, layers, metrics, facts, compactions] = [new ImportRepository(), new PieceRepository(), new LayerRepository(), new MetricRepository(), new CompanyFactsRepository(), new CompactionRepository()];
  const cases = telemetryCases(world);
  const clearRows = new ClearRows(compactions, cases.movePoints);
  const sources = new SeriesSourceRepository();
  const heads = new CorrectHeads(new HeadRepository(), sources, new PointRepository());
  const dayParts = new DayParts(compactions, clearRows, layers, metrics, new StandingRepository());
  const store = new ImportStore(imports, pieces, facts, folder);
  const options = new TelemetryWorkerOptions({ databaseUrl: world.database.databaseUrl, keepMonths: 120, compactAfterMs: 0 });
  const phases = new ImportPhases(
    new LookAtFile(tenant, imports, folder),
    new ReadFile(tenant, store, new ReadKeptFrom(), options),
    new CompareDays(new ComparedStores(imports, pieces, metrics, new StandingRepository()), new PointRoom()),
    new WritePieces(pieces, metrics, new StandingRepository(), new PointRoom(), new WriteDays(dayParts, cases.rollUp, heads)),
    new TakeBackDays(dayParts, cases.rollUp, heads),
  );
  const advance = new AdvanceImport(tenant, store, layers, phases);
  const begin = new BeginImport(tenant, imports, folder);
  const check = new CheckImport(tenant, imports, facts);
  const step = new StepImport(tenant, imports, pieces, layers, folder);
  const { actor } = world.a;
  const work = (id: string): Promise<void> => advance.execute(systemActor(actor.tenantId), id, new AbortController().signal);
  const get = (id: string): Promise<ImportRow> => tenant.transaction(actor, (tx) => imports.get(tx, id));
  const press = async (id: string, pressed: PressedStep): Promise<ImportRow> => {
    await step.execute(actor, id, pressed);
    await work(id);
    return get(id);
  };
  return {
    cases,
    folder,
    begin,
    check,
    step,
    advance,
    read: new ReadImports(tenant, imports, facts, folder),
    get,
    work,
    press,
    /** Sends a file and has it looked at. */
    async send(content: string | Uint8Array, name = '去年.csv'): Promise<ImportRow> {
      const bytes = Buffer.from(content);
      const { id } = await begin.execute(actor, { name, bytes: bytes.length });
      await begin.receive(actor, { importId: id, offset: 0, content: pieceOf(bytes) });
      await work(id);
      return get(id);
    },
    /** Has it read in a way, and gives what was found. */
    async checked(id: string, mapping: HistoryMapping, replaces = false): Promise<ImportRow> {
      await check.execute(actor, { importId: id, mapping, replaces });
      await work(id);
      return get(id);
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

async function* pieceOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
