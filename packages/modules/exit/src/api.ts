/** Leaving, as the api serves it: asking for an export, downloading it, and the keys by which it is checked; and the command that changes them. */
import { Module, type DynamicModule } from '@nestjs/common';
import { masterKeys, Vault } from '@tenon/runtime';
import { ChangeSigningKey } from './application/change-signing-key.js';
import { DownloadExport } from './application/download-export.js';
import { ReadCertificates } from './application/read-certificates.js';
import { ReadExports } from './application/read-exports.js';
import { ReadOwnData } from './application/read-own-data.js';
import { ReadSigningKeys } from './application/read-signing-keys.js';
import { RequestExport } from './application/request-export.js';
import { ExportFolder } from './files/export-folder.js';
import { CertificateResolver } from './graphql/certificate.resolver.js';
import { ExportResolver } from './graphql/export.resolver.js';
import { BundleController } from './http/bundle.controller.js';
import { KeyController } from './http/key.controller.js';
import { OwnDataController } from './http/own-data.controller.js';
import { ExportChanges } from './live/export-changes.js';
import { CertificateRepository } from './persistence/certificate.repository.js';
import { ExportRepository } from './persistence/export.repository.js';
import { SigningKeyRepository } from './persistence/signing-key.repository.js';

export { ChangeSigningKey, type Retirement } from './application/change-signing-key.js';
export { ReadSigningKeys, type ShownKey } from './application/read-signing-keys.js';
export { ExportChanges } from './live/export-changes.js';
export { verifyBundle, type BundleFinding } from './verify/verify-bundle.js';

@Module({})
export class ExitApiModule {
  /** @param folder where exports are kept, which workers share */
  static register({ folder }: { folder: string }): DynamicModule {
    return {
      module: ExitApiModule,
      controllers: [BundleController, KeyController, OwnDataController],
      providers: [CertificateRepository, CertificateResolver, DownloadExport, ExportChanges, ExportRepository, ExportResolver, ReadCertificates, ReadExports, ReadOwnData, ReadSigningKeys, RequestExport, SigningKeyRepository, { provide: ExportFolder, useValue: new ExportFolder(folder) }],
    };
  }
}

/** What changes the keys, for a command beside the api. */
@Module({})
export class SigningKeyModule {
  static register({ secretHex, masterKeysHex }: { secretHex: string; masterKeysHex: readonly string[] }): DynamicModule {
    return {
      module: SigningKeyModule,
      providers: [ChangeSigningKey, ReadSigningKeys, SigningKeyRepository, { provide: Vault, useValue: new Vault(masterKeys({ secretHex, set: masterKeysHex })) }],
    };
  }
}
