import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MetricValue } from '@tenon/domain/telemetry';
import { DAY_MS, HOUR_MS, SECOND_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { NaiveStore } from '../testing/naive-store.js';
import { random } from '../testing/random.js';
import { telemetryCases } from '../testing/telemetry-cases.js';
import type { TestMessage } from '../testing/telemetry-writer.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

const FROM = Date.UTC(2024, 0, 31, 23);
const RANGE = { fromMs: FROM, toMs: FROM + DAY_MS };

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

async function allPages(seriesId: number, first: number) {
  const pages: { atMs: number; value: MetricValue }[][] = [];
  for (let after: string | null | undefined = undefined; after !== null; ) {
    const page = await cases.listPoints.execute(world.a.actor, { seriesId, range: RANGE, first, after });
    pages.push(page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  }
  return pages;
}

describe('ListPoints', () => {
  it('pages through points of every kind, newest first, each stamp once, the last to arrive', async () => {
    const machine = await world.a.machine('kinds');
    const next = random(5);
    const values: MetricValue[] = [3.5, 'läuft 运行', true, false, { step: 2, tools: ['a', null] }, [1, 'x'], 0, ''];
    const keySets = [['v'], ['v', 'w'], ['w', 'v']];
    const messages: TestMessage[] = Array.from({ length: 400 }, () => ({
      atMs: FROM + next(2 * 3_600) * SECOND_MS + (next(2) ? 0.001 * next(1_000) : 0),
      values: Object.fromEntries((keySets[next(3)] ?? []).map((key) => [key, values[next(values.length)] ?? 0])),
    }));
    const naive = new NaiveStore();
    naive.add(messages);
    await world.writer.write(machine, messages);
    const seriesId = await world.writer.seriesId(machine, 'v', 0);
    for (const size of [7, 100]) {
      const pages = await allPages(seriesId, size);
      expect(pages.flat()).toEqual(naive.points('v').reverse());
      expect(pages.slice(0, -1).every((page) => page.length === size)).toBe(true);
    }
  });

  it('keeps to the range', async () => {
    const machine = await world.a.machine('edges');
    await world.writer.write(machine, [-1, 0, DAY_MS - 1, DAY_MS].map((offset) => ({ atMs: FROM + offset, values: { v: offset } })));
    const pages = await allPages(await world.writer.seriesId(machine, 'v', 0), 10);
    expect(pages.flat().map(({ value }) => value)).toEqual([DAY_MS - 1, 0]);
  });

  it('gives an empty page of a series that never had a point', async () => {
    const seriesId = await world.writer.seriesId(await world.a.machine('silent'), 'v', 0);
    expect(await allPages(seriesId, 10)).toEqual([[]]);
  });

  it("refuses cursors that are not its own, and another company's series", async () => {
    const seriesId = await world.writer.seriesId(await world.b.machine('theirs'), 'v', 0);
    await expect(allPages(seriesId, 10)).rejects.toMatchObject({ code: 'SERIES.NOT_FOUND' });
    for (const after of ['rubbish', Buffer.from('["1 OR 1=1"]').toString('base64url'), Buffer.from('["1","2"]').toString('base64url')]) {
      await expect(cases.listPoints.execute(world.b.actor, { seriesId, range: RANGE, first: 5, after })).rejects.toMatchObject({ code: 'PAGE.CURSOR' });
    }
  });
});

describe('ListStateSpans', () => {
  const spansOf = async (seriesId: number, fromMs: number, toMs: number, maxSpans = 500) =>
    (await cases.listStateSpans.execute(world.a.actor, { seriesId, range: { fromMs, toMs }, maxSpans })).map((span) => [(span.fromMs - FROM) / SECOND_MS, (span.toMs - FROM) / SECOND_MS, span.value]);

  it('gives when a state began and ended, with what held before the range', async () => {
    const machine = await world.a.machine('states');
    const said: [number, MetricValue][] = [[0, 'idle'], [10, 'run'], [20, 'run'], [30, 'stop'], [40, 'run']];
    await world.writer.write(machine, said.map(([second, state]) => ({ atMs: FROM + second * SECOND_MS, values: { state } })));
    const id = await world.writer.seriesId(machine, 'state', '');
    expect(await spansOf(id, FROM, FROM + 60 * SECOND_MS)).toEqual([[0, 10, 'idle'], [10, 30, 'run'], [30, 40, 'stop'], [40, 60, 'run']]);
    expect(await spansOf(id, FROM + 15 * SECOND_MS, FROM + 35 * SECOND_MS)).toEqual([[15, 30, 'run'], [30, 35, 'stop']]);
    expect(await spansOf(id, FROM + 50 * SECOND_MS, FROM + 60 * SECOND_MS)).toEqual([[50, 60, 'run']]);
    expect(await spansOf(id, FROM, FROM + 60 * SECOND_MS, 2)).toEqual([[30, 40, 'stop'], [40, 60, 'run']]);
    expect(await spansOf(id, FROM - HOUR_MS, FROM)).toEqual([]);
  });

  it('says booleans and numbers as text, and knows a value replaced later', async () => {
    const machine = await world.a.machine('switch');
    await world.writer.write(machine, [{ atMs: FROM, values: { on: true } }, { atMs: FROM + SECOND_MS, values: { on: true, code: 7 } }]);
    await world.writer.write(machine, [{ atMs: FROM + SECOND_MS, values: { on: false } }]);
    expect(await spansOf(await world.writer.seriesId(machine, 'on', true), FROM, FROM + 2 * SECOND_MS)).toEqual([[0, 1, 'true'], [1, 2, 'false']]);
    expect(await spansOf(await world.writer.seriesId(machine, 'code', 0), FROM, FROM + 2 * SECOND_MS)).toEqual([[1, 2, '7']]);
  });

  it('joins what it looks at in several steps', async () => {
    const machine = await world.a.machine('long');
    const message = (second: number): TestMessage => ({ atMs: FROM + second * SECOND_MS, values: { state: second < 8_000 ? (second < 100 ? 'a' : 'b') : second % 1_000 === 0 ? 'c' : 'd' } });
    await world.writer.write(machine, Array.from({ length: 12_500 }, (_, second) => message(second)));
    const id = await world.writer.seriesId(machine, 'state', '');
    const spans = await spansOf(id, FROM, FROM + 15_000 * SECOND_MS);
    expect(spans.slice(0, 4)).toEqual([[0, 100, 'a'], [100, 8_000, 'b'], [8_000, 8_001, 'c'], [8_001, 9_000, 'd']]);
    expect(spans).toHaveLength(12);
    expect(spans.at(-1)).toEqual([12_001, 15_000, 'd']);
  }, 30_000);

  it('ends the last state now, where the range goes on', async () => {
    const machine = await world.a.machine('present');
    const nowMs = Math.floor(Date.now() / SECOND_MS) * SECOND_MS;
    await world.writer.write(machine, [{ atMs: nowMs - HOUR_MS, values: { state: 'run' } }]);
    const [span] = await cases.listStateSpans.execute(world.a.actor, { seriesId: await world.writer.seriesId(machine, 'state', ''), range: { fromMs: nowMs - DAY_MS, toMs: nowMs + DAY_MS }, maxSpans: 10 });
    expect(span?.fromMs).toBe(nowMs - HOUR_MS);
    expect(Math.abs((span?.toMs ?? 0) - Date.now())).toBeLessThan(5 * SECOND_MS);
  });

  it('refuses what is no state, too many spans, and strangers', async () => {
    const machine = await world.a.machine('objects');
    const id = await world.writer.seriesId(machine, 'o', {});
    await expect(spansOf(id, FROM, FROM + 1)).rejects.toMatchObject({ code: 'SERIES.NOT_A_STATE' });
    await expect(spansOf(id, FROM, FROM + 1, 2_001)).rejects.toMatchObject({ code: 'TELEMETRY.SPANS_INVALID' });
    const theirs = await world.writer.seriesId(await world.b.machine('theirs too'), 'state', '');
    await expect(spansOf(theirs, FROM, FROM + 1)).rejects.toMatchObject({ code: 'SERIES.NOT_FOUND' });
  });
});
