/** The platform office, as the api serves it. */
import { Module, type DynamicModule } from '@nestjs/common';
import { HealthLedger } from '@tenon/db';
import { OfficeViews } from './application/office-views.js';
import { PlatformWork } from './application/platform-work.js';
import { ReadBackups } from './application/read-backups.js';
import { ReadCompanies } from './application/read-companies.js';
import { ReadHealth } from './application/read-health.js';
import { ReadOutboxMails } from './application/read-outbox-mails.js';
import { BackupFolder, type BackupPlace } from './files/backup-folder.js';
import { BackupsResolver } from './graphql/backups.resolver.js';
import { FactorResetResolver } from './graphql/factor-reset.resolver.js';
import { HealthResolver } from './graphql/health.resolver.js';
import { OfficePlanResolver } from './graphql/office-plan.resolver.js';
import { OfficeResolver } from './graphql/office.resolver.js';
import { OfficeViewResolver } from './graphql/office-view.resolver.js';
import { PlatformWorkResolver } from './graphql/platform-work.resolver.js';
import { CompanyRepository } from './persistence/company.repository.js';

export { ReadBackups } from './application/read-backups.js';
export type { BackupPlace } from './files/backup-folder.js';

const RESOLVERS = [BackupsResolver, FactorResetResolver, HealthResolver, OfficePlanResolver, OfficeResolver, OfficeViewResolver, PlatformWorkResolver];

@Module({})
export class OfficeApiModule {
  static register({ backups, health }: { backups: BackupPlace; health: HealthLedger }): DynamicModule {
    return {
      module: OfficeApiModule,
      providers: [...RESOLVERS, CompanyRepository, OfficeViews, PlatformWork, ReadBackups, ReadCompanies, ReadHealth, ReadOutboxMails, { provide: HealthLedger, useValue: health }, { provide: BackupFolder, useValue: new BackupFolder(backups) }],
    };
  }
}
