import { float8Array, int4Array, int8Array, textArray, timestamptzArray, uuidArray } from './binary-array.js';
import { tenantBytes } from './copy-prefix.js';
import type { Head } from './head-fold.js';

/**
 * The statement that writes heads; its parameters are {@link headParams}. A machine that sends once a second makes a head of nearly each message, so a head
 * must cost little: what all have comes in binary, the numbers of all in one array of which each head has a slice. What few have comes as text.
 */
export const UPSERT_HEADS = `
  INSERT INTO telemetry_head AS h (tenant_id, shape_id, at, arrival, num, rich, dirty)
  SELECT tenant_id, shape_id, at, arrival,
         CASE WHEN num IS NULL THEN ($5::float8[])[first_num:last_num] ELSE num::float8[] END, rich::jsonb,
         CASE WHEN dirty IS NULL THEN tstzmultirange(tstzrange(dirty_from, dirty_to)) ELSE dirty::tstzmultirange END
  FROM unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::bigint[], $6::int[], $7::int[], $8::timestamptz[], $9::timestamptz[], $10::text[], $11::text[], $12::text[])
       AS n (tenant_id, shape_id, at, arrival, first_num, last_num, dirty_from, dirty_to, num, rich, dirty)
  ON CONFLICT (tenant_id, shape_id) DO UPDATE SET
    at = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.at ELSE h.at END,
    arrival = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.arrival ELSE h.arrival END,
    num = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.num ELSE h.num END,
    rich = CASE WHEN (excluded.at, excluded.arrival) >= (h.at, h.arrival) THEN excluded.rich ELSE h.rich END,
    dirty = CASE WHEN h.dirty @> excluded.dirty THEN h.dirty ELSE h.dirty + excluded.dirty END`;

type Text = string | null;

/** Shorter columns of `unnest` end in NULLs by themselves, so those of a text that few heads have are cut after the last one. */
function cut(texts: readonly Text[]): readonly Text[] {
  return texts.slice(0, texts.findLastIndex((text) => text !== null) + 1);
}

/** The numbers of all heads one after another, and where each one's begin and end, counted from 1. A slice cannot be found quickly among NULLs: heads with some stand apart, as text. */
function numberParams(heads: readonly Head[]): { all: number[]; firsts: number[]; lasts: number[]; texts: Text[] } {
  const [all, firsts, lasts, texts]: [number[], number[], number[], Text[]] = [[], [], [], []];
  for (const { newest: { num } } of heads) {
    const isWhole = !num.includes(null);
    firsts.push(all.length + 1);
    if (isWhole) for (const value of num) all.push(value as number);
    lasts.push(all.length);
    texts.push(isWhole ? null : `{${num.map((value) => value ?? 'NULL').join()}}`);
  }
  return { all, firsts, lasts, texts };
}

const US_PER_MS = 1_000;

/** Parameters of {@link UPSERT_HEADS}. */
export function headParams(heads: readonly Head[]): Buffer[] {
  const { all, firsts, lasts, texts } = numberParams(heads);
  const spans = heads.map(({ dirty }) => dirty.only);
  return [
    uuidArray(heads.map(({ shape }) => tenantBytes(shape.copyPrefix))),
    int4Array(heads.map(({ shape }) => shape.id)),
    timestamptzArray(heads.map(({ newest }) => newest.atUs)),
    int8Array(heads.map(({ newest }) => newest.arrival)),
    float8Array(all),
    int4Array(firsts),
    int4Array(lasts),
    timestamptzArray(spans.map((span) => (span?.[0] ?? 0) * US_PER_MS)),
    timestamptzArray(spans.map((span) => (span?.[1] ?? 0) * US_PER_MS)),
    textArray(cut(texts)),
    textArray(cut(heads.map(({ newest }) => newest.rich))),
    textArray(cut(heads.map(({ dirty }) => (dirty.only ? null : dirty.toMultirange())))),
  ];
}
