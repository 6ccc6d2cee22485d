/** What companies are in law and in statistics, as the api serves it. */
import { Global, Module } from '@nestjs/common';
import { OfficeProfiles } from './application/office-profiles.js';
import { ReadProfile } from './application/read-profile.js';
import { UpdateProfile } from './application/update-profile.js';
import { OfficeProfileResolver } from './graphql/office-profile.resolver.js';
import { ProfileResolver } from './graphql/profile.resolver.js';
import { ProfileRepository } from './persistence/profile.repository.js';

/** Global: the platform office uses what is exported. */
@Global()
@Module({ providers: [OfficeProfileResolver, OfficeProfiles, ProfileRepository, ProfileResolver, ReadProfile, UpdateProfile], exports: [OfficeProfiles] })
export class CompanyApiModule {}
