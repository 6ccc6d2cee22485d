/** What telemetry does in the worker: rolling up, moving old points into blocks, making and dropping months, erasing what deleted machines left. */
import { Module, type DynamicModule } from '@nestjs/common';
import { CompactPoints } from './application/compact-points.js';
import { CompletenessLines } from './application/completeness-lines.js';
import { CorrectHeads } from './application/correct-heads.js';
import { EraseTelemetry } from './application/erase-telemetry.js';
import { ExpireReadings } from './application/expire-readings.js';
import { ForgetReadings } from './application/forget-readings.js';
import { KeepLedger } from './application/keep-ledger.js';
import { KeepStatements } from './application/keep-statements.js';
import { LookAtMachine } from './application/look-at-machine.js';
import { AdvanceImport, ImportPhases } from './application/history/advance-import.js';
import { ClearRows } from './application/history/clear-rows.js';
import { CompareDays, ComparedStores } from './application/history/compare-days.js';
import { LookAtFile } from './application/history/look-at-file.js';
import { ImportStore, ReadFile } from './application/history/read-file.js';
import { DayParts } from './application/history/day-parts.js';
import { TakeBackDays } from './application/history/take-back-days.js';
import { WriteDays } from './application/history/write-days.js';
import { WritePieces } from './application/history/write-pieces.js';
import { MovePoints } from './application/move-points.js';
import { PointLines } from './application/point-lines.js';
import { ReadPoints } from './application/read-points.js';
import { RollUp } from './application/roll-up.js';
import { SealRollUps } from './application/seal-roll-ups.js';
import { CompactionSchedule } from './jobs/compaction.schedule.js';
import { DeleteReadingsHandler } from './jobs/delete-readings.handler.js';
import { ErasePointsHandler } from './jobs/erase-points.handler.js';
import { ExpirySchedule } from './jobs/expiry.schedule.js';
import { LedgerSchedule } from './jobs/ledger.schedule.js';
import { HistoryUpkeepSchedule } from './jobs/history-upkeep.schedule.js';
import { ImportHistoryHandler } from './jobs/import-history.handler.js';
import { MessageKeySchedule } from './jobs/message-key.schedule.js';
import { RollUpSealSchedule } from './jobs/roll-up-seal.schedule.js';
import { PartitionSchedule } from './jobs/partition.schedule.js';
import { RollUpListener } from './jobs/roll-up.listener.js';
import { RollUpSweeper } from './jobs/roll-up.sweeper.js';
import { StatementSchedule } from './jobs/statement.schedule.js';
import { TelemetryWorkerOptions } from './jobs/worker-options.js';
import { CompanyFootprintRepository } from './persistence/company-footprint.repository.js';
import { CompactionRepository } from './persistence/compaction.repository.js';
import { CompletenessSourceRepository } from './persistence/completeness-source.repository.js';
import { ConnectionRepository } from './persistence/connection.repository.js';
import { DirtyMinutesRepository } from './persistence/dirty-minutes.repository.js';
import { ExpiryRepository } from './persistence/expiry.repository.js';
import { FootprintRepository } from './persistence/footprint.repository.js';
import { HeadRepository } from './persistence/head.repository.js';
import { LedgerDayRepository } from './persistence/ledger-day.repository.js';
import { LedgerDueRepository } from './persistence/ledger-due.repository.js';
import { LedgerGapRepository } from './persistence/ledger-gap.repository.js';
import { LedgerMachineRepository } from './persistence/ledger-machine.repository.js';
import { LedgerStampRepository } from './persistence/ledger-stamp.repository.js';
import { MetricRepository } from './persistence/history/metric.repository.js';
import { StandingRepository } from './persistence/history/standing.repository.js';
import { RollUpBlockRepository } from './persistence/roll-up-block.repository.js';
import { OldMessageKeyRepository } from './persistence/old-message-key.repository.js';
import { PartitionRepository } from './persistence/partition.repository.js';
import { PointLineRepository } from './persistence/point-line.repository.js';
import { RollUpRepository } from './persistence/roll-up.repository.js';
import { SeriesRepository } from './persistence/series.repository.js';
import { StatementRepository } from './persistence/statement.repository.js';
import { historyStores, type HistoryFiles } from './history.providers.js';
import { READING } from './reading.providers.js';

export { TelemetryMachineReports } from './application/telemetry-machine-reports.js';
export { TelemetryDevicePoints } from './application/telemetry-device-points.js';
export { TelemetryWorkerOptions } from './jobs/worker-options.js';

const REPOSITORIES = [CompactionRepository, CompanyFootprintRepository, CompletenessSourceRepository, ConnectionRepository, DirtyMinutesRepository, ExpiryRepository, FootprintRepository, HeadRepository, LedgerDayRepository, LedgerDueRepository, LedgerGapRepository, LedgerMachineRepository, LedgerStampRepository, RollUpBlockRepository, OldMessageKeyRepository, PartitionRepository, PointLineRepository, RollUpRepository, StatementRepository];
const HISTORY = [AdvanceImport, ClearRows, CompareDays, ComparedStores, DayParts, HistoryUpkeepSchedule, ImportHistoryHandler, ImportPhases, ImportStore, LookAtFile, MetricRepository, ReadFile, StandingRepository, TakeBackDays, WriteDays, WritePieces];

@Module({})
export class TelemetryWorkerModule {
  static register(options: TelemetryWorkerOptions, files: HistoryFiles): DynamicModule {
    return {
      module: TelemetryWorkerModule,
      providers: [
        ...READING,
        ...historyStores(files),
        ...HISTORY,
        ...REPOSITORIES,
        { provide: TelemetryWorkerOptions, useValue: options },
        CompactionSchedule,
        CompactPoints,
        CompletenessLines,
        CorrectHeads,
        DeleteReadingsHandler,
        EraseTelemetry,
        ForgetReadings,
        KeepLedger,
        KeepStatements,
        LedgerSchedule,
        LookAtMachine,
        RollUpSealSchedule,
        MovePoints,
        ErasePointsHandler,
        ExpireReadings,
        ExpirySchedule,
        MessageKeySchedule,
        PointLines,
        PartitionSchedule,
        RollUp,
        RollUpListener,
        RollUpSweeper,
        SealRollUps,
        StatementSchedule,
      ],
      exports: [EraseTelemetry, PointLines, ReadPoints, SeriesRepository],
    };
  }
}
