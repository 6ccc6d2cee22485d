import type { PointsPage, QuestionLimits, TelemetryQuestion } from '@tenon/domain/telemetry';
import type { TelemetryQueryInput } from '@tenon/graphql/resolvers';
import { invalid } from '@tenon/kernel';
import { decodeCursor, encodeCursor } from '@tenon/nest';
import type { Frame, TelemetryTable } from '../application/query/frame.js';
import { readQuestion } from '../application/query/read-question.js';

/** An answer here is put together before it is given, and shown by a screen. */
export const PAGE_LIMITS: QuestionLimits = { series: 2_000, rows: 20_000 };

const US_PER_MS = 1_000;

/** Members whose values are words of the schema. */
const WORDS: ReadonlySet<string> = new Set(['read', 'aggregates', 'groupBy', 'combine', 'fill']);

/** A question in the schema's words, in the module's. What is null is left out, as GraphQL has it. */
export function readInput({ rows, after, ...input }: TelemetryQueryInput): TelemetryQuestion {
  const members = Object.entries(input).filter(([, value]) => value !== null && value !== undefined);
  const question = readQuestion(Object.fromEntries(members.map(([name, value]) => [name, WORDS.has(name) ? lowered(value) : given(value)])));
  const page = pageOf(rows ?? undefined, after ?? undefined);
  if (!page) return question;
  if (question.read !== 'points') throw invalid('TELEMETRY_QUERY.INVALID', 'rows: Points come in pages.', { member: 'rows', why: 'Points come in pages.' });
  return { ...question, page };
}

/** @throws AppError (invalid) PAGE.SIZE, PAGE.CURSOR */
function pageOf(size: number | undefined, after: string | undefined): PointsPage | undefined {
  if (size === undefined && after === undefined) return undefined;
  const limit = PAGE_LIMITS.rows;
  if (size === undefined || !Number.isInteger(size) || size < 1 || size > limit) throw invalid('PAGE.SIZE', `A page has 1 to ${limit} rows.`, { rows: size ?? null });
  if (after === undefined) return { size, after: null };
  const [deviceId, key, atUs] = decodeCursor(after, ['uuid', 'text', 'integer']) as [string, string, string];
  return { size, after: { deviceId, key, atUs: Number(atUs) } };
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

/** An answer in the words of the schema; of points that are asked for in pages, one. @throws AppError (invalid) TELEMETRY_QUERY.TOO_MANY_ROWS */
export function showTable(table: TelemetryTable, { read, page }: { readonly read: TelemetryQuestion['read']; readonly page?: PointsPage | undefined }) {
  return read === 'points' && page ? showPage(table, page.size) : showAll(table);
}

/** As many rows as a page has; where the next begins is told only if there is one. */
async function showPage({ head, frames }: TelemetryTable, size: number) {
  const shown: Frame[] = [];
  let room = size;
  for await (const frame of frames) {
    const taken = Math.min(room, frame.atMs.length);
    if (taken > 0) shown.push(cut(frame, taken));
    room -= taken;
    if (taken < frame.atMs.length) return { columns: head.columns, frames: shown.map((each) => showFrame(each, head.columns)), endCursor: cursorAfter(shown.at(-1)) };
  }
  return { columns: head.columns, frames: shown.map((frame) => showFrame(frame, head.columns)), endCursor: null };
}

function cut({ labels, atMs, values, rich }: Frame, rows: number): Frame {
  const some = <Entry>(column: ArrayLike<Entry>): Entry[] => Array.from({ length: rows }, (_, row) => column[row] as Entry);
  return { labels, atMs: some(atMs), values: values.map(some), rich: rich ? some(rich) : null };
}

function cursorAfter(frame: Frame | undefined): string | null {
  if (!frame) return null;
  const { labels, atMs } = frame;
  return encodeCursor([labels.deviceId ?? '', labels.key ?? '', String(Math.round((atMs[atMs.length - 1] as number) * US_PER_MS))]);
}

async function showAll({ head, frames }: TelemetryTable) {
  const shown = [];
  let rows = 0;
  for await (const frame of frames) {
    rows += frame.atMs.length;
    if (rows > PAGE_LIMITS.rows) throw invalid('TELEMETRY_QUERY.TOO_MANY_ROWS', `The answer has more than ${PAGE_LIMITS.rows} rows. Ask for a shorter range, or by POST /api/telemetry/query.`, { rows, limit: PAGE_LIMITS.rows, bucketMs: null });
    shown.push(showFrame(frame, head.columns));
  }
  return { columns: head.columns, frames: shown, endCursor: null };
}

function showFrame({ labels, atMs, values, rich }: Frame, names: readonly string[]) {
  const valueAt = (place: number, row: number): unknown => {
    const json = rich?.[row] ?? null;
    return json === null ? (values[place]?.[row] ?? null) : JSON.parse(json);
  };
  return { ...labels, at: Array.from(atMs), columns: names.map((name, place) => ({ name, values: Array.from(atMs, (_, row) => valueAt(place, row)) })) };
}
