/** What companies are in law and in statistics, as the api serves it. */
import { Global, Module } from '@nestjs/common';
import { ChangeLogo } from './application/change-logo.js';
import { OfficeProfiles } from './application/office-profiles.js';
import { OfficeReviews } from './application/office-reviews.js';
import { ReadAsked } from './application/read-asked.js';
import { ReadLogo } from './application/read-logo.js';
import { ReadProfile } from './application/read-profile.js';
import { UpdateProfile } from './application/update-profile.js';
import { LogoResolver } from './graphql/logo.resolver.js';
import { OfficeProfileResolver } from './graphql/office-profile.resolver.js';
import { ProfileResolver } from './graphql/profile.resolver.js';
import { ReviewResolver } from './graphql/review.resolver.js';
import { LogoController } from './http/logo.controller.js';
import { LogoRepository } from './persistence/logo.repository.js';
import { ProfileRepository } from './persistence/profile.repository.js';

/** Global: the platform office uses what is exported. */
@Global()
@Module({ controllers: [LogoController], providers: [ChangeLogo, LogoRepository, LogoResolver, OfficeProfileResolver, OfficeProfiles, OfficeReviews, ProfileRepository, ProfileResolver, ReadAsked, ReadLogo, ReadProfile, ReviewResolver, UpdateProfile], exports: [OfficeProfiles] })
export class CompanyApiModule {}
