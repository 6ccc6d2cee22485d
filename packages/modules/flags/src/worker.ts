/** What is on for some companies, as jobs ask for it. */
import { Module, type DynamicModule } from '@nestjs/common';
import { FeatureFlags } from './application/feature-flags.js';
import { FlagDatabase, FlagListener } from './live/flag-listener.js';

/** Global: whatever is behind a flag asks. */
@Module({})
export class FlagsWorkerModule {
  static register(options: FlagDatabase): DynamicModule {
    return { module: FlagsWorkerModule, global: true, providers: [FeatureFlags, FlagListener, { provide: FlagDatabase, useValue: options }], exports: [FeatureFlags] };
  }
}
