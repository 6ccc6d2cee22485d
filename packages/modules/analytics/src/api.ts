/** What apps compute, as the api serves it. The importing app provides the telemetry and marketplace modules. */
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { TenantRepository } from '@tenon/identity';
import { ConfigureEnergy } from './application/configure-energy.js';
import { ConfigureIndicators } from './application/configure-indicators.js';
import { ReadEnergyProgress } from './application/read-energy-progress.js';
import { ReadEnergyReport } from './application/read-energy-report.js';
import { ReadIndicatorReport } from './application/read-indicator-report.js';
import { EnergyResolver } from './graphql/energy.resolver.js';
import { IndicatorResolver } from './graphql/indicator.resolver.js';
import { EnergyChanges } from './live/energy-changes.js';
import { EnergySlotRepository } from './persistence/energy-slot.repository.js';

export { ConfigureEnergy } from './application/configure-energy.js';
export { EnergyChanges } from './live/energy-changes.js';

@Module({})
export class AnalyticsApiModule {
  /** @param imports the modules that export SubscriptionRepository, ReadStore, SeriesRepository and ReadPoints */
  static register(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return {
      module: AnalyticsApiModule,
      imports,
      providers: [
        ConfigureEnergy,
        ConfigureIndicators,
        EnergyChanges,
        EnergyResolver,
        EnergySlotRepository,
        IndicatorResolver,
        ReadEnergyProgress,
        ReadEnergyReport,
        ReadIndicatorReport,
        TenantRepository,
      ],
      exports: [ConfigureEnergy, EnergyChanges],
    };
  }
}
