import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ChainRepository } from '@tenon/audit';
import { Papers } from '@tenon/billing';
import type { UserActor } from '@tenon/domain/identity';
import { masterKeys, Vault } from '@tenon/runtime';
import { PointLines } from '@tenon/telemetry';
import { Payee } from '../../../billing/src/application/payee.js';
import { PointLineRepository } from '../../../telemetry/src/persistence/point-line.repository.js';
import { SeriesSourceRepository } from '../../../telemetry/src/persistence/series-source.repository.js';
import { telemetryWorld, type TelemetryWorld } from '../../../telemetry/src/testing/telemetry-world.js';
import { ExportProgress } from '../application/export-progress.js';
import { ReadExports } from '../application/read-exports.js';
import { RequestExport } from '../application/request-export.js';
import { SigningKeys } from '../application/signing-keys.js';
import { WriteExport } from '../application/write-export.js';
import { WriteFiles } from '../application/write-files.js';
import { WritePaper } from '../application/write-paper.js';
import { WritePoints } from '../application/write-points.js';
import { WriteRecords } from '../application/write-records.js';
import { WriteTrail } from '../application/write-trail.js';
import { ExportFolder } from '../files/export-folder.js';
import { ExportFileRepository } from '../persistence/export-file.repository.js';
import { ExportRepository } from '../persistence/export.repository.js';
import { RecordRepository } from '../persistence/record.repository.js';
import { SigningKeyRepository } from '../persistence/signing-key.repository.js';

/** Two companies on a database, and all that writes what one of them takes along. */
export interface ExportWorld extends TelemetryWorld {
  readonly folder: ExportFolder;
  readonly exports: ExportRepository;
  readonly progress: ExportProgress;
  readonly request: RequestExport;
  readonly read: ReadExports;
  readonly write: WriteExport;
  readonly keys: SigningKeys;
  readonly papers: Papers;
  /** Asks for an export and writes it. @returns its id and file */
  take(actor: UserActor): Promise<{ id: string; file: string }>;
}

/** By which the platform of a test seals. */
export const testVault = new Vault(masterKeys({ secretHex: 'ab'.repeat(32), set: [] }));

/** What a worker writes exports with. @param keys the world's own, or some that keep it waiting */
export function exportWriter({ db, progress, papers, folder }: Pick<ExportWorld, 'db' | 'progress' | 'papers' | 'folder'>, keys: Pick<SigningKeys, 'signer'>): WriteExport {
  const points = new PointLines(new SeriesSourceRepository(), new PointLineRepository());
  const files = new WriteFiles(progress, new WriteRecords(db.tenant, new RecordRepository(), papers), new WritePaper(db.tenant, papers), new WriteTrail(db.tenant, new ChainRepository()), new WritePoints(db.tenant, points));
  return new WriteExport(progress, files, keys as SigningKeys, folder);
}

/** The writers of exports on a database of a test's own. */
export async function exportWorld(): Promise<ExportWorld> {
  const world = await telemetryWorld();
  const { db } = world;
  const folder = new ExportFolder(mkdtempSync(path.join(tmpdir(), 'tenon-exit-')));
  const [exports, files, records] = [new ExportRepository(), new ExportFileRepository(), new RecordRepository()];
  const papers = new Papers(new Payee({ name: '榫卯科技' }));
  const progress = new ExportProgress(db.tenant, exports, files, records, papers);
  const keys = new SigningKeys(db.system, new SigningKeyRepository(), testVault);
  const request = new RequestExport(db.tenant, exports);
  const write = exportWriter({ db, progress, papers, folder }, keys);
  return {
    ...world,
    folder,
    exports,
    progress,
    request,
    read: new ReadExports(db.tenant, exports),
    write,
    keys,
    papers,
    take: async (actor) => {
      const { id } = await request.execute(actor);
      await write.execute(actor, id, new AbortController().signal);
      return { id, file: folder.bundle(actor.tenantId, id) };
    },
  };
}
