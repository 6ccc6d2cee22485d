import { Injectable } from '@nestjs/common';
import { TenantDb } from '@tenon/db';
import { demand, type TenantActor } from '@tenon/domain/identity';
import { demandFewSeries, type QuestionLimits, type TelemetryQuestion } from '@tenon/domain/telemetry';
import { SelectedSeriesRepository } from '../../persistence/query/selected-series.repository.js';
import { AskBuckets } from './ask-buckets.js';
import { AskLast } from './ask-last.js';
import { AskPoints } from './ask-points.js';
import type { TelemetryTable } from './frame.js';

/** What is streamed may be long; it is bounded by what a company could want of itself at once. */
export const STREAM_LIMITS: QuestionLimits = { series: 50_000, rows: 20_000_000 };

/**
 * Asks many series of many machines at once: their points, their numbers in buckets, by groups and with gaps filled, or their last values. What is told is right as of
 * when it is read, and always includes what was stored last. It only reads.
 * Errors: AUTH.FORBIDDEN; what {@link SelectedSeriesRepository.find} does not find; TELEMETRY_QUERY.TOO_MANY_SERIES, and those of {@link AskBuckets}.
 */
@Injectable()
export class AskTelemetry {
  constructor(
    private readonly db: TenantDb,
    private readonly selected: SelectedSeriesRepository,
    private readonly points: AskPoints,
    private readonly buckets: AskBuckets,
    private readonly last: AskLast,
  ) {}

  /** Settles which series are meant, and then reads as the frames are asked for. */
  async execute(actor: TenantActor, question: TelemetryQuestion, limits = STREAM_LIMITS, nowMs = Date.now()): Promise<TelemetryTable> {
    demand(actor, 'telemetry:read');
    const series = await this.db.read(actor, (tx) => this.selected.find(tx, question, { onlyNumbers: question.read === 'buckets', limit: limits.series + 1 }));
    demandFewSeries(series.length, limits);
    if (question.read === 'points') return this.points.execute(actor, question, series);
    if (question.read === 'last') return this.last.execute(actor, question, { series, nowMs });
    return this.buckets.execute(actor, question, { series, limits, nowMs });
  }
}
