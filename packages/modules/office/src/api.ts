/** The platform office, as the api serves it. */
import { Module } from '@nestjs/common';
import { OfficeViews } from './application/office-views.js';
import { PlatformWork } from './application/platform-work.js';
import { ReadCompanies } from './application/read-companies.js';
import { ReadOutboxMails } from './application/read-outbox-mails.js';
import { FactorResetResolver } from './graphql/factor-reset.resolver.js';
import { OfficePlanResolver } from './graphql/office-plan.resolver.js';
import { OfficeResolver } from './graphql/office.resolver.js';
import { OfficeViewResolver } from './graphql/office-view.resolver.js';
import { PlatformWorkResolver } from './graphql/platform-work.resolver.js';
import { CompanyRepository } from './persistence/company.repository.js';

@Module({ providers: [CompanyRepository, FactorResetResolver, OfficePlanResolver, OfficeResolver, OfficeViewResolver, OfficeViews, PlatformWork, PlatformWorkResolver, ReadCompanies, ReadOutboxMails] })
export class OfficeApiModule {}
