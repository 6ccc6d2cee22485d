import { Injectable } from '@nestjs/common';
import type { TenantTx } from '@tenon/db';
import type { MetricQuantity, ValueKind } from '@tenon/domain/telemetry';
import { notFound } from '@tenon/kernel';
import type { CursorPart, PageRequest } from '@tenon/nest';

/** One metric of one machine. */
export interface Series {
  readonly id: number;
  readonly deviceId: string;
  readonly deviceName: string;
  /** As the machine sends it. */
  readonly key: string;
  readonly unit: string | null;
  readonly quantity: MetricQuantity;
  /** False while the quantity is a guess by name. */
  readonly isQuantityChosen: boolean;
  /** Length of the interval a value covers; set for `interval` only. */
  readonly intervalMs: number | null;
  /** Which end of that interval the stamp marks. */
  readonly intervalStamp: 'start' | 'end' | null;
  readonly valueKind: ValueKind;
}

/** What a metric is, as a person says it. */
export type SeriesMeaning = Pick<Series, 'quantity' | 'unit' | 'intervalMs' | 'intervalStamp'>;

/** Which series a list keeps. */
export interface SeriesFilter {
  readonly quantities?: readonly MetricQuantity[] | undefined;
  /** Part of the metric's or the machine's name, in either case. */
  readonly search?: string | undefined;
}

const SELECT = `SELECT s.id, s.device_id AS "deviceId", d.name AS "deviceName", s.key, s.unit, s.quantity,
  s.is_quantity_chosen AS "isQuantityChosen", s.interval_ms AS "intervalMs", s.interval_stamp AS "intervalStamp", s.value_kind AS "valueKind"
  FROM series s JOIN device d ON d.tenant_id = s.tenant_id AND d.id = s.device_id`;

/** The parts of a series' place in the list, in its order. */
export const SERIES_KEY_PARTS: readonly CursorPart[] = ['text', 'text', 'integer'];
export const seriesKey = (series: Series): readonly string[] => [series.deviceName, series.key, String(series.id)];

/** The error for a series that is not there, or not this company's. */
export const seriesNotFound = (id: number | string): Error => notFound('SERIES.NOT_FOUND', 'There is no such metric.', { seriesId: id });

/** Metrics of machines. */
@Injectable()
export class SeriesRepository {
  /** @throws AppError (not-found) SERIES.NOT_FOUND */
  async get(tx: TenantTx, id: number): Promise<Series> {
    return this.one(await tx.sql<Series>(`${SELECT} WHERE s.id = $1`, [id]), id);
  }

  /** The same, and nobody else may change it until this transaction ends. */
  async getForUpdate(tx: TenantTx, id: number): Promise<Series> {
    return this.one(await tx.sql<Series>(`${SELECT} WHERE s.id = $1 FOR UPDATE OF s`, [id]), id);
  }

  /** By machine's name and key; one more than asked for, where there is more. */
  list(tx: TenantTx, filter: SeriesFilter, page: PageRequest): Promise<Series[]> {
    const after = page.after ?? ['', '', '0'];
    return tx.sql<Series>(
      `${SELECT} WHERE ($1::text[] IS NULL OR s.quantity = ANY($1)) AND ($2::text IS NULL OR s.key ILIKE $2 OR d.name ILIKE $2)
         AND (d.name, s.key, s.id) > ($3, $4, $5::bigint) ORDER BY d.name, s.key, s.id LIMIT $6`,
      [filter.quantities ?? null, filter.search ? `%${filter.search.replace(/[\\%_]/g, '\\$&')}%` : null, ...after, page.limit + 1],
    );
  }

  /** Those of these that are there. */
  listByIds(tx: TenantTx, ids: readonly number[]): Promise<Series[]> {
    return tx.sql<Series>(`${SELECT} WHERE s.id = ANY($1::int[]) ORDER BY s.id`, [ids]);
  }

  /** All metrics of these machines, by key. */
  ofDevices(tx: TenantTx, deviceIds: readonly string[]): Promise<Series[]> {
    return tx.sql<Series>(`${SELECT} WHERE s.device_id = ANY($1::uuid[]) ORDER BY s.key, s.id`, [deviceIds]);
  }

  /** Writes down what a person said the metric is. */
  async describe(tx: TenantTx, id: number, meaning: SeriesMeaning): Promise<void> {
    await tx.execute(
      `UPDATE series SET quantity = $2, unit = $3, interval_ms = $4, interval_stamp = $5, is_quantity_chosen = true WHERE id = $1`,
      [id, meaning.quantity, meaning.unit, meaning.intervalMs, meaning.intervalStamp],
    );
  }

  private one(rows: Series[], id: number): Series {
    const series = rows[0];
    if (!series) throw seriesNotFound(id);
    return series;
  }
}
