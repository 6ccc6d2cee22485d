/** What is on for some companies, as the api serves it. */
import { Global, Module } from '@nestjs/common';
import { CompanyFlags } from './application/company-flags.js';
import { FeatureFlags } from './application/feature-flags.js';
import { OfficeFlags } from './application/office-flags.js';
import { CompanyFlagResolver } from './graphql/company-flag.resolver.js';
import { FlagResolver } from './graphql/flag.resolver.js';

export { FeatureFlags } from './application/feature-flags.js';

/** Global: whatever is behind a flag asks. What other processes set is told by the api's own listener. */
@Global()
@Module({ providers: [CompanyFlagResolver, CompanyFlags, FeatureFlags, FlagResolver, OfficeFlags], exports: [FeatureFlags] })
export class FlagsApiModule {}
