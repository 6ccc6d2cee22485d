import { Injectable } from '@nestjs/common';
import type { TenantActor } from '@tenon/domain/identity';
import type { LastQuestion } from '@tenon/domain/telemetry';
import type { SelectedSeries } from '../../persistence/query/selected-series.repository.js';
import { TelemetryStore } from '../../store/telemetry-store.js';
import { labelsOf, type Frame, type TableHead, type TelemetryTable } from './frame.js';

const HEAD: TableHead = { by: ['machine', 'metric'], columns: ['value'], isOfPoints: true };
const LOT = 5_000;

/** The newest value of each series, now or at an instant, of any kind; a series without one is left out. */
@Injectable()
export class AskLast {
  constructor(private readonly store: TelemetryStore) {}

  execute(actor: TenantActor, question: LastQuestion, { series, nowMs }: { readonly series: readonly SelectedSeries[]; readonly nowMs: number }): TelemetryTable {
    return { head: HEAD, frames: this.frames(actor, question, series, nowMs) };
  }

  private async *frames(actor: TenantActor, { atMs, maxAgeMs }: LastQuestion, series: readonly SelectedSeries[], nowMs: number): AsyncGenerator<Frame, void, void> {
    const notBeforeMs = Math.max(0, (atMs ?? nowMs) - maxAgeMs);
    for (let from = 0; from < series.length; from += LOT) {
      const some = series.slice(from, from + LOT);
      const seriesIds = some.map(({ id }) => id);
      const found = await this.store.last(actor, seriesIds, { atMs, notBeforeMs });
      const bySeries = new Map(found.map((value) => [value.seriesId, value]));
      for (const one of some) {
        const last = bySeries.get(one.id);
        if (!last) continue;
        const isNumber = typeof last.value === 'number';
        yield { labels: labelsOf(one), atMs: [last.atMs], values: [[isNumber ? (last.value as number) : NaN]], rich: isNumber ? null : [JSON.stringify(last.value)] };
      }
    }
  }
}
