/** What telemetry does in the worker: rolling up, making and dropping months, erasing what deleted machines left. */
import { Module, type DynamicModule } from '@nestjs/common';
import { EraseTelemetry } from './application/erase-telemetry.js';
import { PointLines } from './application/point-lines.js';
import { ReadPoints } from './application/read-points.js';
import { RollUp } from './application/roll-up.js';
import { ErasePointsHandler } from './jobs/erase-points.handler.js';
import { PartitionSchedule } from './jobs/partition.schedule.js';
import { RollUpListener } from './jobs/roll-up.listener.js';
import { RollUpSweeper } from './jobs/roll-up.sweeper.js';
import { TelemetryWorkerOptions } from './jobs/worker-options.js';
import { CompanyFootprintRepository } from './persistence/company-footprint.repository.js';
import { DirtyMinutesRepository } from './persistence/dirty-minutes.repository.js';
import { FootprintRepository } from './persistence/footprint.repository.js';
import { PartitionRepository } from './persistence/partition.repository.js';
import { PointLineRepository } from './persistence/point-line.repository.js';
import { RollUpRepository } from './persistence/roll-up.repository.js';
import { SeriesRepository } from './persistence/series.repository.js';
import { READING } from './reading.providers.js';

@Module({})
export class TelemetryWorkerModule {
  /** @param options.keepMonths whole months kept before the current one */
  static register({ databaseUrl, keepMonths }: { databaseUrl: string; keepMonths: number }): DynamicModule {
    return {
      module: TelemetryWorkerModule,
      providers: [
        ...READING,
        { provide: TelemetryWorkerOptions, useValue: new TelemetryWorkerOptions(databaseUrl, keepMonths) },
        CompanyFootprintRepository,
        DirtyMinutesRepository,
        EraseTelemetry,
        ErasePointsHandler,
        FootprintRepository,
        PartitionRepository,
        PointLineRepository,
        PointLines,
        PartitionSchedule,
        RollUp,
        RollUpListener,
        RollUpRepository,
        RollUpSweeper,
      ],
      exports: [EraseTelemetry, PointLines, ReadPoints, SeriesRepository],
    };
  }
}
