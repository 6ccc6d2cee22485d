import { Injectable } from '@nestjs/common';
import { CompactionRepository } from '../../persistence/compaction.repository.js';
import { LayerRepository } from '../../persistence/history/layer.repository.js';
import { MetricRepository } from '../../persistence/history/metric.repository.js';
import { StandingRepository } from '../../persistence/history/standing.repository.js';
import { ClearRows } from './clear-rows.js';

/** What it takes to lay something over a machine's days, or to take it from them, of which a constructor would have too many. */
@Injectable()
export class DayParts {
  constructor(
    readonly compactions: CompactionRepository,
    readonly clearRows: ClearRows,
    readonly layers: LayerRepository,
    readonly metrics: MetricRepository,
    readonly standing: StandingRepository,
  ) {}
}
