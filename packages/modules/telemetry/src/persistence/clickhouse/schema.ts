/**
 * One row a point. Of rows with one key ClickHouse keeps the one of the largest `arrival`, some time after they were stored; until then each question keeps it
 * (`FINAL`). So a point that is stored again is there once, and the last write wins, as in PostgreSQL.
 */
export const POINT_TABLE = `
CREATE TABLE IF NOT EXISTS telemetry_point (
  tenant_id UUID,
  series_id UInt32,
  at DateTime64(6, 'UTC') CODEC (DoubleDelta, ZSTD(1)),
  arrival UInt64 CODEC (DoubleDelta, ZSTD(1)),
  num Float64 CODEC (Gorilla, ZSTD(1)),
  rich String CODEC (ZSTD(1))
) ENGINE = ReplacingMergeTree(arrival) PARTITION BY toYYYYMM(at) ORDER BY (tenant_id, series_id, at)`;
