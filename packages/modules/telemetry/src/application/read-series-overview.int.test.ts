import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@tenon/kernel';
import { guardBystander } from '@tenon/testing/bystander';
import { telemetryCases } from '../testing/telemetry-cases.js';
import { telemetryWorld, type TelemetryWorld } from '../testing/telemetry-world.js';

let world: TelemetryWorld;
let cases: ReturnType<typeof telemetryCases>;
beforeAll(async () => {
  world = await telemetryWorld();
  cases = telemetryCases(world);
});
afterAll(() => world.close());
guardBystander({ database: () => world.database });

const MOST = 200;
const overview = (seriesId: number, maxPoints = MOST) => cases.readSeriesOverview.execute(world.a.actor, { seriesId, maxPoints });

describe('ReadSeriesOverview', () => {
  it('begins with the first number, not the first word, and holds every point until now', async () => {
    const machine = await world.a.machine('old');
    const fromMs = Math.floor(Date.now() / HOUR_MS) * HOUR_MS - 40 * DAY_MS;
    const points = Array.from({ length: 480 }, (_, at) => ({ atMs: fromMs + at * 2 * HOUR_MS, values: { t: at } }));
    await world.writer.write(machine, [{ atMs: fromMs - 90 * DAY_MS, values: { t: 'off' } }, ...points]);
    for (const isRolledUp of [false, true]) {
      if (isRolledUp) await cases.rollUpBefore();
      const { at, bucketMs, min, max, count } = await overview(await world.writer.seriesId(machine, 't', 0));
      expect(at.length).toBeLessThanOrEqual(MOST);
      expect(at.length).toBeGreaterThan(MOST / 3);
      expect(at[0]).toBeGreaterThan(fromMs - bucketMs!);
      expect([min[0], max.at(-1), count.reduce((sum, each) => sum + each, 0)]).toEqual([0, 479, 480]);
    }
  });

  it('has nothing of a metric without numbers, and the points themselves of a young one', async () => {
    const machine = await world.a.machine('young');
    const atMs = Date.now() - MINUTE_MS;
    await world.writer.write(machine, [{ atMs, values: { state: 'on', t: 4 } }]);
    expect((await overview(await world.writer.seriesId(machine, 'state', ''))).at).toEqual([]);
    expect(await overview(await world.writer.seriesId(machine, 't', 0))).toMatchObject({ bucketMs: null, at: [atMs], last: [4] });
  });

  it('shows no other company’s, is denied to whoever may not read, and takes only what a screen can show', async () => {
    const machine = await world.b.machine('theirs');
    await world.writer.write(machine, [{ atMs: Date.now(), values: { t: 1 } }]);
    await expect(overview(await world.writer.seriesId(machine, 't', 0))).rejects.toMatchObject({ code: 'SERIES.NOT_FOUND' });
    await expect(cases.readSeriesOverview.execute(world.a.app('device:read'), { seriesId: 1, maxPoints: MOST })).rejects.toMatchObject({ code: 'AUTH.FORBIDDEN' });
    await expect(overview(1, 4_001)).rejects.toMatchObject({ code: 'TELEMETRY.POINTS_INVALID' });
  });
});
