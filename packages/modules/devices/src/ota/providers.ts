import { PackageRoom } from '@tenon/billing';
import { BeginPackage } from './application/begin-package.js';
import { PackageKey } from './application/package-key.js';
import { ReadPackages } from './application/read-packages.js';
import { ReplacePackageKey } from './application/replace-package-key.js';
import { TakePackage } from './application/take-package.js';
import { PackageResolver } from './graphql/package.resolver.js';
import { OtaKeyRepository } from './persistence/ota-key.repository.js';
import { OtaPackageRepository } from './persistence/ota-package.repository.js';

/** What machines can be given to run, as the api serves it. The app provides `Vault`. */
export const OTA = [BeginPackage, OtaKeyRepository, OtaPackageRepository, PackageKey, PackageResolver, PackageRoom, ReadPackages, ReplacePackageKey, TakePackage];
