/** What analytics does in the worker: computing energy as data arrives. */
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { RefreshEnergy } from './application/refresh-energy.js';
import { RefreshEnergyHandler } from './jobs/refresh-energy.handler.js';
import { TelemetryRolledUpHandler } from './jobs/telemetry-rolled-up.handler.js';
import { EnergySlotRepository } from './persistence/energy-slot.repository.js';

@Module({})
export class AnalyticsWorkerModule {
  /** @param imports the modules that export SubscriptionRepository, SeriesRepository and ReadPoints */
  static register(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return { module: AnalyticsWorkerModule, imports, providers: [EnergySlotRepository, RefreshEnergy, RefreshEnergyHandler, TelemetryRolledUpHandler] };
  }
}
