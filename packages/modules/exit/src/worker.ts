/** Leaving, as the worker does it: writing exports, and removing them when their time is over. */
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { ChainRepository } from '@tenon/audit';
import { masterKeys, Vault } from '@tenon/runtime';
import { ExportProgress } from './application/export-progress.js';
import { SigningKeys } from './application/signing-keys.js';
import { WriteExport } from './application/write-export.js';
import { WriteFiles } from './application/write-files.js';
import { WritePoints } from './application/write-points.js';
import { WriteRecords } from './application/write-records.js';
import { WriteTrail } from './application/write-trail.js';
import { ExportFolder } from './files/export-folder.js';
import { ExportUpkeepSchedule } from './jobs/upkeep.schedule.js';
import { WriteExportHandler } from './jobs/write-export.handler.js';
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
  /** What has points to give. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
}

@Module({})
export class ExitWorkerModule {
  static register({ folder, secretHex, masterKeysHex, imports }: ExitWorkerOptions): DynamicModule {
    return {
      module: ExitWorkerModule,
      imports,
      providers: [
        ChainRepository,
        ExportFileRepository,
        ExportProgress,
        ExportRepository,
        ExportUpkeepSchedule,
        RecordRepository,
        SigningKeyRepository,
        SigningKeys,
        WriteExport,
        WriteExportHandler,
        WriteFiles,
        WritePoints,
        WriteRecords,
        WriteTrail,
        { provide: ExportFolder, useValue: new ExportFolder(folder) },
        { provide: Vault, useValue: new Vault(masterKeys({ secretHex, set: masterKeysHex })) },
      ],
    };
  }
}
