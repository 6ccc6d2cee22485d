/** Leaving, as the worker does it: writing exports, removing them when their time is over, and erasing companies. */
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { ChainRepository } from '@tenon/audit';
import { masterKeys, Vault } from '@tenon/runtime';
import { BackupPolicy, CertifyErasure } from './application/certify-erasure.js';
import { ExportProgress } from './application/export-progress.js';
import { EraseCompany } from './application/erase-company.js';
import { RunErasure } from './application/run-erasure.js';
import { SigningKeys } from './application/signing-keys.js';
import { WriteExport } from './application/write-export.js';
import { WriteFiles } from './application/write-files.js';
import { WritePaper } from './application/write-paper.js';
import { WritePoints } from './application/write-points.js';
import { WriteRecords } from './application/write-records.js';
import { WriteTrail } from './application/write-trail.js';
import { ExportFolder } from './files/export-folder.js';
import { EraseCompanyHandler } from './jobs/erase-company.handler.js';
import { ErasureSchedule } from './jobs/erasure.schedule.js';
import { ExportUpkeepSchedule } from './jobs/upkeep.schedule.js';
import { WriteExportHandler } from './jobs/write-export.handler.js';
import { ErasureRepository } from './persistence/erasure.repository.js';
import { ExportFileRepository } from './persistence/export-file.repository.js';
import { ExportRepository } from './persistence/export.repository.js';
import { RecordRepository } from './persistence/record.repository.js';
import { SigningKeyRepository } from './persistence/signing-key.repository.js';

export interface ExitWorkerOptions {
  /** Where exports are written, which the api shares. */
  readonly folder: string;
  readonly secretHex: string;
  /** Master keys of secrets at rest that were set, in hexadecimal digits. */
  readonly masterKeysHex: readonly string[];
  /** How the platform's own backups are kept; every 0 hours: it takes none. */
  readonly backups: { readonly everyHours: number; readonly keep: number };
  /** What has points to give and to erase, and what knows people. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
}

@Module({})
export class ExitWorkerModule {
  static register({ folder, secretHex, masterKeysHex, backups, imports }: ExitWorkerOptions): DynamicModule {
    return {
      module: ExitWorkerModule,
      imports,
      providers: [
        CertifyErasure,
        ChainRepository,
        EraseCompany,
        EraseCompanyHandler,
        ErasureRepository,
        ErasureSchedule,
        ExportFileRepository,
        ExportProgress,
        ExportRepository,
        ExportUpkeepSchedule,
        RecordRepository,
        RunErasure,
        SigningKeyRepository,
        SigningKeys,
        WriteExport,
        WriteExportHandler,
        WriteFiles,
        WritePaper,
        WritePoints,
        WriteRecords,
        WriteTrail,
        { provide: BackupPolicy, useValue: new BackupPolicy(backups.everyHours, backups.keep) },
        { provide: ExportFolder, useValue: new ExportFolder(folder) },
        { provide: Vault, useValue: new Vault(masterKeys({ secretHex, set: masterKeysHex })) },
      ],
    };
  }
}
