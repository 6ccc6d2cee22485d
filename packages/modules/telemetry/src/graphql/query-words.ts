import type { QuestionLimits, TelemetryQuestion } from '@tenon/domain/telemetry';
import type { TelemetryQueryInput } from '@tenon/graphql/resolvers';
import { invalid } from '@tenon/kernel';
import type { Frame, TelemetryTable } from '../application/query/frame.js';
import { readQuestion } from '../application/query/read-question.js';

/** An answer here is put together before it is given, and shown by a screen. */
export const PAGE_LIMITS: QuestionLimits = { series: 2_000, rows: 20_000 };

/** Members whose values are words of the schema. */
const WORDS: ReadonlySet<string> = new Set(['read', 'aggregates', 'groupBy', 'combine', 'fill']);

/** A question in the schema's words, in the module's. What is null is left out, as GraphQL has it. */
export function readInput(input: TelemetryQueryInput): TelemetryQuestion {
  const members = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  return readQuestion(Object.fromEntries(members.map(([name, value]) => [name, WORDS.has(name) ? lowered(value) : given(value)])));
}

function lowered(value: unknown): unknown {
  return Array.isArray(value) ? value.map((word) => String(word).toLowerCase()) : String(value).toLowerCase();
}

/** Instants come as the scalar reads them. */
function given(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  const isMembers = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMembers ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null && member !== undefined)) : value;
}

/** An answer in the words of the schema. @throws AppError (invalid) TELEMETRY_QUERY.TOO_MANY_ROWS */
export async function showTable({ head, frames }: TelemetryTable) {
  const shown = [];
  let rows = 0;
  for await (const frame of frames) {
    rows += frame.atMs.length;
    if (rows > PAGE_LIMITS.rows) throw invalid('TELEMETRY_QUERY.TOO_MANY_ROWS', `The answer has more than ${PAGE_LIMITS.rows} rows. Ask for a shorter range, or by POST /api/telemetry/query.`, { rows, limit: PAGE_LIMITS.rows, bucketMs: null });
    shown.push(showFrame(frame, head.columns));
  }
  return { columns: head.columns, frames: shown };
}

function showFrame({ labels, atMs, values, rich }: Frame, names: readonly string[]) {
  const valueAt = (place: number, row: number): unknown => {
    const json = rich?.[row] ?? null;
    return json === null ? (values[place]?.[row] ?? null) : JSON.parse(json);
  };
  return { ...labels, at: Array.from(atMs), columns: names.map((name, place) => ({ name, values: Array.from(atMs, (_, row) => valueAt(place, row)) })) };
}
