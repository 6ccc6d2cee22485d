// @ts-check
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ChainRepository } from '@tenon/audit';
import { Papers } from '@tenon/billing';
import { Payee } from '@tenon/billing/worker';
import { openDatabase } from '@tenon/db';
import { createLog, masterKeys, Vault } from '@tenon/runtime';

// As the worker runs it: compiled. Types come from the sources, since compiled code has none.
const compiled = (/** @type {string} */ file) => import(new URL(`../../packages/modules/${file}`, import.meta.url).href);
/** @type {typeof import('../../packages/modules/exit/src/application/export-progress.js')} */
const { ExportProgress } = await compiled('exit/dist/application/export-progress.js');
/** @type {typeof import('../../packages/modules/exit/src/application/request-export.js')} */
const { RequestExport } = await compiled('exit/dist/application/request-export.js');
/** @type {typeof import('../../packages/modules/exit/src/application/signing-keys.js')} */
const { SigningKeys } = await compiled('exit/dist/application/signing-keys.js');
/** @type {typeof import('../../packages/modules/exit/src/application/write-export.js')} */
const { WriteExport } = await compiled('exit/dist/application/write-export.js');
/** @type {typeof import('../../packages/modules/exit/src/application/write-files.js')} */
const { WriteFiles } = await compiled('exit/dist/application/write-files.js');
/** @type {typeof import('../../packages/modules/exit/src/application/write-paper.js')} */
const { WritePaper } = await compiled('exit/dist/application/write-paper.js');
/** @type {typeof import('../../packages/modules/exit/src/application/write-points.js')} */
const { WritePoints } = await compiled('exit/dist/application/write-points.js');
/** @type {typeof import('../../packages/modules/exit/src/application/write-records.js')} */
const { WriteRecords } = await compiled('exit/dist/application/write-records.js');
/** @type {typeof import('../../packages/modules/exit/src/application/write-trail.js')} */
const { WriteTrail } = await compiled('exit/dist/application/write-trail.js');
/** @type {typeof import('../../packages/modules/exit/src/files/export-folder.js')} */
const { ExportFolder } = await compiled('exit/dist/files/export-folder.js');
/** @type {typeof import('../../packages/modules/exit/src/persistence/export-file.repository.js')} */
const { ExportFileRepository } = await compiled('exit/dist/persistence/export-file.repository.js');
/** @type {typeof import('../../packages/modules/exit/src/persistence/export.repository.js')} */
const { ExportRepository } = await compiled('exit/dist/persistence/export.repository.js');
/** @type {typeof import('../../packages/modules/exit/src/persistence/record.repository.js')} */
const { RecordRepository } = await compiled('exit/dist/persistence/record.repository.js');
/** @type {typeof import('../../packages/modules/exit/src/persistence/signing-key.repository.js')} */
const { SigningKeyRepository } = await compiled('exit/dist/persistence/signing-key.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/application/point-lines.js')} */
const { PointLines } = await compiled('telemetry/dist/application/point-lines.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/point-line.repository.js')} */
const { PointLineRepository } = await compiled('telemetry/dist/persistence/point-line.repository.js');
/** @type {typeof import('../../packages/modules/telemetry/src/persistence/series-source.repository.js')} */
const { SeriesSourceRepository } = await compiled('telemetry/dist/persistence/series-source.repository.js');

/**
 * Writes an export of a company, and watches how much memory that takes.
 * @param {string} databaseUrl
 * @param {string} tenantId
 */
export async function exportAll(databaseUrl, tenantId) {
  const database = openDatabase({ databaseUrl, log: createLog({ name: 'bench', level: 'silent' }), max: 4 });
  const root = await mkdtemp(path.join(tmpdir(), 'tenon-bench-export-'));
  const folder = new ExportFolder(root);
  const [exports, records] = [new ExportRepository(), new RecordRepository()];
  const papers = new Papers(new Payee());
  const progress = new ExportProgress(database.tenant, exports, new ExportFileRepository(), records, papers);
  const points = new WritePoints(database.tenant, new PointLines(new SeriesSourceRepository(), new PointLineRepository()));
  const files = new WriteFiles(progress, new WriteRecords(database.tenant, records, papers), new WritePaper(database.tenant, papers), new WriteTrail(database.tenant, new ChainRepository()), points);
  const keys = new SigningKeys(database.system, new SigningKeyRepository(), new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [] })));
  /** @type {any} */
  const actor = { kind: 'user', tenantId, userId: tenantId, email: 'bench', name: 'bench', permissions: new Set() };
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  try {
    const { id } = await new RequestExport(database.tenant, exports).execute(actor);
    const startedAt = performance.now();
    let filesSeconds = 0;
    const noted = progress.noteWritten.bind(progress);
    progress.noteWritten = async (...told) => {
      await noted(...told);
      filesSeconds = (performance.now() - startedAt) / 1_000;
    };
    await new WriteExport(progress, files, keys, folder).execute(actor, id, new AbortController().signal);
    const { size } = await stat(folder.bundle(tenantId, id));
    return { seconds: (performance.now() - startedAt) / 1_000, filesSeconds, bytes: size, extraMegabytes: Math.round((most - before) / 1e6) };
  } finally {
    clearInterval(watch);
    await database.close();
    await rm(root, { recursive: true, force: true });
  }
}
