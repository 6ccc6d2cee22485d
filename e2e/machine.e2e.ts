import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Browser, Page, Request } from 'playwright-core';
import { eventually, Person } from './clients/person.js';
import { inWindow, openBrowser, picture } from './platform/browser.js';
import { platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { expectAccessible } from './portal/accessible.js';
import { bandPixels, brushMiddle, dragOnWhole, holdOnWhole, pressOnWhole } from './portal/chart.js';
import { press } from './portal/entering.js';
import { rowsOf } from './portal/figures.js';
import { deleteNote, writeNote } from './portal/notes.js';
import { chooseRange, PRESETS } from './portal/range.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const t = wordsOf('zh-CN');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const STEP_MS = 30_000;
const COUNT = 240;
/** What a preset spans, by the calendar; a year has one of two lengths. */
const SPANS_MS: Readonly<Record<(typeof PRESETS)[number], readonly number[]>> = {
  '1h': [HOUR_MS],
  '6h': [6 * HOUR_MS],
  '24h': [DAY_MS],
  '7d': [7 * DAY_MS],
  '30d': [30 * DAY_MS],
  '12M': [365 * DAY_MS, 366 * DAY_MS],
};
/** A point every half minute: over these spans each is a dot of its own on the screen, over longer ones several fall together. */
const SINGLE = new Set<string>(['1h', '6h']);
/** How much of the chart is band: next to nothing where there is none, since the edge of a steep line is pale as well; the two hours of a day. */
const IS_DRAWN: Readonly<Partial<Record<(typeof PRESETS)[number], (pixels: number) => boolean>>> = { '1h': (pixels) => pixels < 1_000, '24h': (pixels) => pixels > 2_000 };

interface Sample {
  readonly ts: number;
  readonly values: { readonly power_kw: number };
}

/** Two hours of readings that go up and down, so that the mean of several lies far from the least and the greatest. */
function samples(): Sample[] {
  const lastMs = Math.floor(Date.now() / STEP_MS) * STEP_MS;
  return Array.from({ length: COUNT }, (_, at) => ({ ts: lastMs - (COUNT - 1 - at) * STEP_MS, values: { power_kw: (at % 2 === 0 ? 10 : 20) + Math.floor(at / 80) / 10 } }));
}

/** Is connected as a machine for as long as it does something. */
async function asMachine(token: string, act: (client: MqttClient) => Promise<void>): Promise<void> {
  const client = await connectAsync(platform().mqttUrl, { username: token, protocolVersion: 5, reconnectPeriod: 0 });
  try {
    await act(client);
  } finally {
    await client.endAsync();
  }
}

const mark = (page: Page, state: 'NEVER' | 'QUIET' | 'ONLINE'): Promise<void> => page.getByRole('main').getByText(t(`frame.connection.${state}`), { exact: true }).first().waitFor();

function spanAsked(request: Request): number {
  const body = request.url().endsWith('/graphql') ? request.postData() : null;
  if (!body?.includes('seriesRange')) return 0;
  const { from, to } = (JSON.parse(body) as { variables: { input: { from: string; to: string } } }).variables.input;
  return Date.parse(to) - Date.parse(from);
}

/** Until a chart of a day is made of gathered points: that is the worker's, on its own time. */
async function awaitGathered(person: Person): Promise<void> {
  const { series } = await person.ask<{ series: { nodes: { id: string }[] } }>('{ series { nodes { id } } }');
  const input = { seriesIds: [series.nodes[0]!.id], from: new Date(Date.now() - DAY_MS).toISOString(), to: new Date().toISOString(), maxPoints: 800 };
  await eventually(
    () => person.ask<{ seriesRange: { count: number[] }[] }>('query ($input: SeriesRangeInput!) { seriesRange(input: $input) { count } }', { input }),
    ({ seriesRange }) => seriesRange[0]!.count.reduce((sum, each) => sum + each, 0) === COUNT,
  );
}

describe('a machine’s page', () => {
  it('says by itself that a machine is connected, gone and heard, draws an hour to a year with a band where points fall together, and lists what was sent', async () => {
    const person = await Person.signUp('嘉定冲压');
    const machine = await person.addMachine('1#');
    await inWindow(browser, { language: 'zh-CN', name: 'machine' }, async (page, context) => {
      await person.enterWindow(context);
      await page.goto(`/machines/${machine.id}`);
      await mark(page, 'NEVER');
      const sent = samples();
      await asMachine(machine.token, () => mark(page, 'QUIET'));
      await mark(page, 'NEVER');
      await asMachine(machine.token, async (client) => {
        await client.publishAsync('v1/devices/me/telemetry', JSON.stringify(sent), { qos: 1 });
        await mark(page, 'ONLINE');
      });
      await page.locator('canvas').first().waitFor();

      await awaitGathered(person);
      for (const preset of PRESETS) {
        const asked = page.waitForRequest((request) => SPANS_MS[preset].includes(spanAsked(request)));
        await chooseRange(page, t, preset);
        await asked;
        await page.getByText(t('machines.overview.band')).waitFor({ state: SINGLE.has(preset) ? 'detached' : 'visible' });
        await eventually(() => bandPixels(page), IS_DRAWN[preset] ?? (() => true));
        await picture(page, `machine-${preset}`);
      }

      // Drawn over with the mouse, half of what is seen is the whole of what is seen next; a double click goes back.
      const [from, to] = [sent[0]!.ts, Date.now()].map((atMs) => new Date(atMs).toISOString());
      await page.goto(`/machines/${machine.id}?from=${from}&to=${to}`);
      await page.locator('canvas').first().waitFor();
      const [{ fromMs, toMs }, after] = await brushMiddle(page);
      expect((after.fromMs - fromMs) / (toMs - fromMs)).toBeCloseTo(0.25, 1);
      expect((after.toMs - fromMs) / (toMs - fromMs)).toBeCloseTo(0.75, 1);
      await page.locator('.u-over').first().dblclick();
      await page.waitForURL(/[?&]range=1h/);

      // The same span as a window over all that there is, by keys and by the mouse.
      const oldest = await pressOnWhole(page, t, 'window', 'Home');
      expect([sent[0]!.ts - oldest.fromMs, oldest.toMs - oldest.fromMs]).toEqual([expect.closeTo(0, -6), expect.closeTo(HOUR_MS, -5)]);
      const shorter = await pressOnWhole(page, t, 'to', 'PageDown');
      expect([shorter.fromMs, shorter.toMs - shorter.fromMs]).toEqual([oldest.fromMs, 10_000]);
      const most = await pressOnWhole(page, t, 'to', 'End');
      const part = await holdOnWhole(page, t, 'from', 'ArrowRight', 3);
      expect((part.toMs - part.fromMs) / (most.toMs - most.fromMs)).toBeCloseTo(0.9 ** 3, 3);
      const dragged = await dragOnWhole(page, t, -0.5);
      expect([dragged.fromMs, dragged.toMs - dragged.fromMs]).toEqual([oldest.fromMs, part.toMs - part.fromMs]);
      await picture(page, 'machine-whole');

      // Somebody notes what happened; a colleague who looks at the machine sees it without loading anything anew.
      const note = '换了模具，2 号腔堵';
      await inWindow(browser, { language: 'zh-CN', name: 'machine-colleague' }, async (other, elsewhere) => {
        await person.enterWindow(elsewhere);
        await other.goto(`/machines/${machine.id}`);
        await other.getByRole('heading', { name: t('machines.notes.title') }).waitFor();
        await writeNote(page, t, note);
        await other.getByText(note, { exact: true }).waitFor();
        await picture(other, 'machine-note');
      });
      await deleteNote(page, t, note);

      await page.goto(`/machines/${machine.id}?tab=points&from=${from}&to=${to}`);
      for (let listed = 100; listed < COUNT; listed += 100) {
        await page.getByText(t('machines.points.count', { count: String(listed) })).waitFor();
        await press(page, t('machines.points.older'));
      }
      const rows = await rowsOf(page, t('machines.points.valueIn', { unit: 'kW' }), COUNT);
      const inShanghai = (atMs: number): string => new Date(atMs + 8 * HOUR_MS).toISOString().slice(0, 19).replace('T', ' ');
      expect(rows.map(([at, value]) => [at, Number(value)])).toEqual([...sent].reverse().map(({ ts, values }) => [inShanghai(ts), values.power_kw]));

      await press(page, t('machines.points.delete'));
      const dialog = page.getByRole('alertdialog');
      await dialog.getByLabel(t('machines.deleteReadings.typeName', { name: '1#' }), { exact: true }).fill('1#');
      await expectAccessible(page);
      await picture(page, 'machine-delete-readings');
      await dialog.getByRole('button', { name: t('machines.deleteReadings.action'), exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      const asked = { deviceId: machine.id, from: new Date(Number(sent[0]?.ts)).toISOString(), to: new Date().toISOString() };
      await eventually(
        () => person.ask<{ device: { series: { id: string }[] } }>('query ($id: ID!) { device(id: $id) { series { id } } }', { id: asked.deviceId }).then(async ({ device }) =>
          person.ask<{ seriesPoints: { nodes: unknown[] } }>('query ($input: SeriesPointsInput!) { seriesPoints(input: $input) { nodes { at } } }', { input: { seriesId: device.series[0]?.id, from: asked.from, to: asked.to } }),
        ),
        ({ seriesPoints }) => seriesPoints.nodes.length === 0,
      );
    });
  });
});
