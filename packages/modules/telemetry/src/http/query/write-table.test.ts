import { describe, expect, it } from '@jest/globals';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import type { Frame, FrameLabels, TableHead, TelemetryTable } from '../../application/query/frame.js';
import { acceptedFormat } from './formats.js';
import { writeCsv } from './write-csv.js';
import { writeJson, writeNdjson } from './write-json.js';
import { writeParquet } from './write-parquet.js';

const AT = Date.UTC(2026, 4, 1);
const LABELS: FrameLabels = { deviceId: 'd1', deviceName: '=车床, "1"', key: 'kw', unit: 'kW', placeId: null, placeName: null, typeId: null, typeName: null };
const POINTS: TableHead = { by: ['machine', 'metric'], columns: ['value'], isOfPoints: true };
const BUCKETS: TableHead = { by: ['place'], columns: ['mean', 'count', 'series'], isOfPoints: false };

const POINT_FRAME: Frame = { labels: LABELS, atMs: [AT, AT + 0.001, AT + 1, AT + 2, AT + 3, AT + 4], values: [[1.5, NaN, NaN, NaN, -0, 1e21]], rich: [null, '"-1+1"', 'true', '{"a":[1,"b"]}', null, null] };
const BUCKET_FRAME: Frame = { labels: { ...LABELS, deviceId: null, deviceName: null, key: null, placeId: 'p1', placeName: '一号厂房' }, atMs: [AT, AT + 60_000], values: [[0.1, null], [3, 0], [2, 0]], rich: null };

async function* frames(all: readonly Frame[]): AsyncGenerator<Frame, void, void> {
  for (const frame of all) yield await Promise.resolve(frame);
}
const table = (head: TableHead, ...all: Frame[]): TelemetryTable => ({ head, frames: frames(all) });
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<ArrayBuffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all)).buffer;
}

describe('a table', () => {
  it('is CSV that a spreadsheet takes for neither a formula nor another kind of value', async () => {
    expect((await textOf(writeCsv(table(POINTS, POINT_FRAME)))).split('\r\n')).toEqual([
      '\uFEFFmachine_id,machine,metric,unit,time,number,text,boolean,json',
      `d1,"'=车床, ""1""",kw,kW,2026-05-01T00:00:00.000000Z,1.5,,,`,
      `d1,"'=车床, ""1""",kw,kW,2026-05-01T00:00:00.000001Z,,'-1+1,,`,
      `d1,"'=车床, ""1""",kw,kW,2026-05-01T00:00:00.001000Z,,,true,`,
      `d1,"'=车床, ""1""",kw,kW,2026-05-01T00:00:00.002000Z,,,,"{""a"":[1,""b""]}"`,
      `d1,"'=车床, ""1""",kw,kW,2026-05-01T00:00:00.003000Z,-0,,,`,
      `d1,"'=车床, ""1""",kw,kW,2026-05-01T00:00:00.004000Z,1e+21,,,`,
      '',
    ]);
    expect(await textOf(writeCsv(table(BUCKETS, BUCKET_FRAME)))).toBe('\uFEFFplace_id,place,unit,time,mean,count,series\r\np1,一号厂房,kW,2026-05-01T00:00:00.000000Z,0.1,3,2\r\np1,一号厂房,kW,2026-05-01T00:01:00.000000Z,,0,0\r\n');
  });

  it('is JSON in columns', async () => {
    expect(JSON.parse(await textOf(writeJson(table(BUCKETS, BUCKET_FRAME, BUCKET_FRAME))))).toEqual({
      columns: ['place_id', 'place', 'unit', 'time', 'mean', 'count', 'series'],
      frames: Array(2).fill({ place_id: 'p1', place: '一号厂房', unit: 'kW', time: ['2026-05-01T00:00:00.000Z', '2026-05-01T00:01:00.000Z'], mean: [0.1, null], count: [3, 0], series: [2, 0] }),
    });
    expect(JSON.parse(await textOf(writeJson(table(POINTS))))).toEqual({ columns: ['machine_id', 'machine', 'metric', 'unit', 'time', 'value'], frames: [] });
  });

  it('is a line of JSON a row', async () => {
    const lines = (await textOf(writeNdjson(table(POINTS, POINT_FRAME)))).trimEnd().split('\n').map((line) => JSON.parse(line) as { machine: string; time: string; value: unknown });
    expect(lines.map(({ value }) => value)).toEqual([1.5, '-1+1', true, { a: [1, 'b'] }, 0, 1e21]);
    expect(lines[1]).toMatchObject({ machine: '=车床, "1"', time: '2026-05-01T00:00:00.000001Z' });
  });
});

describe('Parquet', () => {
  it('has a column for each kind of value, and stamps to the microsecond in UTC', async () => {
    const file = await bytesOf(writeParquet(table(POINTS, POINT_FRAME)));
    const stamps = await parquetReadObjects({ file, columns: ['time'], parsers: { timestampFromMicroseconds: (us: bigint) => us } as never });
    expect(stamps.map(({ time }) => time as bigint)).toEqual([0, 1, 1_000, 2_000, 3_000, 4_000].map((us) => BigInt(AT) * 1_000n + BigInt(us)));
    const rows = await parquetReadObjects({ file });
    const kinds = rows.map(({ number, text, boolean, json }) => ({ number, text, boolean, json }) as Record<string, unknown>);
    const none = { number: null, text: null, boolean: null, json: null };
    expect(kinds).toEqual([{ ...none, number: 1.5 }, { ...none, text: '-1+1' }, { ...none, boolean: true }, { ...none, json: '{"a":[1,"b"]}' }, { ...none, number: -0 }, { ...none, number: 1e21 }]);
    expect(rows[0]).toMatchObject({ machine_id: 'd1', machine: '=车床, "1"', metric: 'kw', unit: 'kW', time: new Date(AT) });
    const { schema } = parquetMetadata(file);
    expect(schema.find(({ name }) => name === 'time')).toMatchObject({ type: 'INT64', repetition_type: 'REQUIRED', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' } });
    expect(schema.map(({ name, type }) => [name, type])).toEqual([['root', undefined], ['machine_id', 'BYTE_ARRAY'], ['machine', 'BYTE_ARRAY'], ['metric', 'BYTE_ARRAY'], ['unit', 'BYTE_ARRAY'], ['time', 'INT64'], ['number', 'DOUBLE'], ['text', 'BYTE_ARRAY'], ['boolean', 'BOOLEAN'], ['json', 'BYTE_ARRAY']]);
  });

  it('counts in whole numbers, and leaves out what is not known', async () => {
    const rows = await parquetReadObjects({ file: await bytesOf(writeParquet(table(BUCKETS, BUCKET_FRAME))) });
    expect(rows.map(({ mean, count, series }) => [mean, count, series])).toEqual([[0.1, 3n, 2n], [null, 0n, 0n]]);
  });

  it('goes out a row group at a time, each as soon as it is full', async () => {
    const length = 60_000;
    const frame: Frame = { ...POINT_FRAME, atMs: Float64Array.from({ length }, (_, i) => AT + i), values: [Float64Array.from({ length }, (_, i) => i)], rich: null };
    const pieces: Uint8Array[] = [];
    for await (const piece of writeParquet(table(POINTS, frame, frame, frame, frame))) pieces.push(piece);
    expect(pieces.length).toBe(3);
    const file = new Uint8Array(Buffer.concat(pieces)).buffer;
    expect(parquetMetadata(file).row_groups.map(({ num_rows }) => num_rows)).toEqual([100_000n, 100_000n, 40_000n]);
    const rows = await parquetReadObjects({ file, columns: ['number'] });
    expect(rows.map(({ number }) => number as number)).toEqual(Array.from({ length: 4 * length }, (_, i) => i % length));
  });

  it('is a file with no rows where there are none', async () => {
    expect(await parquetReadObjects({ file: await bytesOf(writeParquet(table(POINTS))) })).toEqual([]);
  });
});

describe('acceptedFormat', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/csv;q=0.9, application/json', 'csv'],
    ['image/png, application/vnd.apache.parquet', 'parquet'],
    ['application/x-ndjson', 'ndjson'],
  ])('of %s is %s', (accept, format) => expect(acceptedFormat(accept)).toBe(format));
  it('refuses what is not written here', () => expect(() => acceptedFormat('image/png')).toThrow(expect.objectContaining({ code: 'TELEMETRY_QUERY.FORMAT' })));
});
