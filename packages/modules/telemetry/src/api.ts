/** Metrics, charts and live values, as the api serves them. The app provides {@link SeriesUsage}. */
import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { DeleteReadings } from './application/delete-readings.js';
import { DescribeSeries } from './application/describe-series.js';
import { BeginImport } from './application/history/begin-import.js';
import { CheckImport } from './application/history/check-import.js';
import { ReadImports } from './application/history/read-imports.js';
import { StepImport } from './application/history/step-import.js';
import { LatestValues } from './application/latest-values.js';
import { ListPoints } from './application/list-points.js';
import { ListSeries } from './application/list-series.js';
import { ListStateSpans } from './application/list-state-spans.js';
import { ReadCompleteness } from './application/read-completeness.js';
import { ReadMachineCompleteness } from './application/read-machine-completeness.js';
import { ReadPoints } from './application/read-points.js';
import { ReadSeriesOverview } from './application/read-series-overview.js';
import { ReadSeriesRange } from './application/read-series-range.js';
import { CompletenessResolver } from './graphql/completeness.resolver.js';
import { MachineCompletenessResolver } from './graphql/machine-completeness.resolver.js';
import { QueryResolver } from './graphql/query.resolver.js';
import { ReadingResolver } from './graphql/reading.resolver.js';
import { SeriesResolver } from './graphql/series.resolver.js';
import { CompletenessController } from './http/completeness.controller.js';
import { HistoryResolver } from './graphql/history.resolver.js';
import { historyStores, type HistoryFiles } from './history.providers.js';
import { HistoryFileController } from './http/history-file.controller.js';
import { QueryController } from './http/query/query.controller.js';
import { LiveValues } from './live/live-values.js';
import { CompletenessSourceRepository } from './persistence/completeness-source.repository.js';
import { LatestValueRepository } from './persistence/latest-value.repository.js';
import { LedgerDayRepository } from './persistence/ledger-day.repository.js';
import { LedgerGapRepository } from './persistence/ledger-gap.repository.js';
import { SeriesRepository } from './persistence/series.repository.js';
import { StatementRepository } from './persistence/statement.repository.js';
import { ValueChangeRepository } from './persistence/value-change.repository.js';
import { QUERY } from './query.providers.js';
import { READING } from './reading.providers.js';

export { DescribeSeries } from './application/describe-series.js';
export { ListSeries } from './application/list-series.js';
/** How much each company may still ask for. */
export { ReadingBudget } from './application/query/reading-budget.js';
export { SeriesUsage } from './application/series-usage.js';
export { TelemetryMachineReports } from './application/telemetry-machine-reports.js';
export { TelemetryDevicePoints } from './application/telemetry-device-points.js';
export { TelemetrySeenMetrics } from './application/telemetry-seen-metrics.js';
export { LiveValues } from './live/live-values.js';

@Module({})
export class TelemetryApiModule {
  /** @param wiring providers of what this module asks of the app, the modules they need, and where files lie that are imported */
  static register({ imports = [], providers = [], files }: Pick<ModuleMetadata, 'imports' | 'providers'> & { readonly files: HistoryFiles }): DynamicModule {
    return {
      module: TelemetryApiModule,
      imports,
      controllers: [CompletenessController, HistoryFileController, QueryController],
      providers: [
        ...READING,
        ...QUERY,
        ...historyStores(files),
        ...providers,
        CompletenessResolver,
        CompletenessSourceRepository,
        BeginImport,
        CheckImport,
        DeleteReadings,
        DescribeSeries,
        HistoryResolver,
        LatestValueRepository,
        LatestValues,
        LedgerDayRepository,
        LedgerGapRepository,
        ListPoints,
        ListSeries,
        ListStateSpans,
        LiveValues,
        MachineCompletenessResolver,
        QueryResolver,
        ReadCompleteness,
        ReadImports,
        ReadingResolver,
        ReadMachineCompleteness,
        ReadSeriesOverview,
        ReadSeriesRange,
        SeriesResolver,
        StatementRepository,
        StepImport,
        ValueChangeRepository,
      ],
      exports: [DescribeSeries, ListSeries, LiveValues, ReadPoints, SeriesRepository],
    };
  }
}
