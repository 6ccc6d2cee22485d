import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { csvTotals, madeYearCsv } from '../packages/testing/src/made-year/index.js';
import { eventually, Person } from './clients/person.js';
import { inWindow, openBrowser, picture } from './platform/browser.js';
import { commandEnv, platform } from './platform/env.js';
import { wordsOf } from './platform/words.js';
import { changeTariff, expectComparison, expectCost, expectFactorExplained, expectLoads, expectPeriods, type SeenYear, type Tariff } from './portal/energy-report.js';
import { YearByHand, type BandOf } from './portal/year-by-hand.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const run = promisify(execFile);
const t = wordsOf('zh-CN');
const REAL = path.resolve('../shared/data/steel-plant-energy/Steel_industry_data.csv');
const YEAR_2018 = { from: '2017-12-31T16:00:00Z', to: '2018-12-31T16:00:00Z' };

/** Peak 8–11 and 18–21, valley until 8, flat otherwise; given to the app, and to the independent sum. */
const HOURS = [
  { fromMinute: 0, toMinute: 480, band: 'VALLEY' },
  { fromMinute: 480, toMinute: 660, band: 'PEAK' },
  { fromMinute: 660, toMinute: 1_080, band: 'FLAT' },
  { fromMinute: 1_080, toMinute: 1_260, band: 'PEAK' },
  { fromMinute: 1_260, toMinute: 1_440, band: 'FLAT' },
] as const;
const bandAt: BandOf = (minute) => HOURS.find((each) => minute >= each.fromMinute && minute < each.toMinute)!.band;
const bandOf = (minute: number): string => bandAt(minute).toLowerCase();

/** The hours and prices of another bill: at noon it is peak, in the afternoon valley. */
const OTHER: Tariff = {
  stretches: [
    { from: 48, to: 56, band: 'PEAK' },
    { from: 56, to: 66, band: 'VALLEY' },
  ],
  prices: { PEAK: 12_345, FLAT: 6_789, VALLEY: 3_123 },
};
const otherBandAt: BandOf = (minute) => (minute >= 720 && minute < 840 ? 'PEAK' : minute >= 840 && minute < 990 ? 'VALLEY' : bandAt(minute));

interface Report {
  readonly totals: { readonly energyKwh: number; readonly carbonKg: number };
  readonly bands: readonly { readonly band: string; readonly energyKwh: number }[];
  readonly periods: readonly { readonly energyKwh: number }[];
  readonly coverage: number;
  readonly progress: { readonly isComputing: boolean };
}

async function subscribe(person: Person): Promise<string> {
  const { app } = await person.ask<{ app: { id: string; scopes: { permission: string }[] } }>('{ app(slug: "energy-carbon") { id scopes { permission } } }');
  const scopes = app.scopes.map((scope) => scope.permission);
  const made = await person.ask<{ subscribe: { id: string } }>('mutation ($appId: ID!, $scopes: [String!]!) { subscribe(input: { appId: $appId, consentedScopes: $scopes }) { id } }', { appId: app.id, scopes });
  return made.subscribe.id;
}

/** Replays a file by the command people use, as a machine of a new company, and gives the year's report, and who may read it. */
async function yearOf(file: string): Promise<{ report: Report; subscriptionId: string; person: Person }> {
  const person = await Person.signUp('一年的钢厂');
  const machine = await person.addMachine('总表');
  const mqtt = new URL(platform().mqttUrl);
  const options = ['--time-column', 'date', '--time-format', 'dd/MM/yyyy HH:mm', '--time-zone', 'Asia/Shanghai', '--midnight-ends-day', '--column', 'Usage_kWh=usage_kwh'];
  await run(process.execPath, ['packages/tooling/src/replay/main.mjs', '--file', file, '--token', machine.token, '--host', mqtt.hostname, '--port', mqtt.port, ...options], { env: commandEnv() });
  const { series } = await person.ask<{ series: { nodes: { id: string }[] } }>('{ series(search: "usage_kwh") { nodes { id } } }');
  const seriesId = series.nodes[0]!.id;
  await person.ask('mutation ($id: ID!) { describeSeries(input: { id: $id, quantity: INTERVAL, unit: "kWh", intervalMs: 900000, intervalStamp: END }) { id } }', { id: seriesId });
  const subscriptionId = await subscribe(person);
  const input = { subscriptionId, seriesIds: [seriesId], hours: HOURS, prices: { peak: 1.1, flat: 0.7, valley: 0.35 }, emissionFactorKgPerKwh: 0.5306, timeZone: 'Asia/Shanghai' };
  await person.ask('mutation ($input: ConfigureEnergyInput!) { configureEnergy(input: $input) { id } }', { input });
  const report = (): Promise<{ energyReport: Report }> =>
    person.ask('query ($input: EnergyReportInput!) { energyReport(input: $input) { totals { energyKwh carbonKg } bands { band energyKwh } periods { energyKwh } coverage progress { isComputing } } }', { input: { subscriptionId, ...YEAR_2018, period: 'MONTH' } });
  const { energyReport } = await eventually(report, (answer) => !answer.energyReport.progress.isComputing && answer.energyReport.coverage === 1);
  return { report: energyReport, subscriptionId, person };
}

type Year = Pick<Awaited<ReturnType<typeof yearOf>>, 'person' | 'subscriptionId'>;

/** The year's energy as a person reads it off the page; then what else they look at. */
async function expectOnPage({ person, subscriptionId }: Year, kwh: string, more: (page: Page) => Promise<void> = async () => undefined): Promise<void> {
  await inWindow(browser, { language: 'zh-CN', name: 'energy-year' }, async (page, context) => {
    await person.enterWindow(context);
    await page.goto(`/apps/${subscriptionId}?from=${YEAR_2018.from}&to=${YEAR_2018.to}`);
    const table = page.getByRole('table', { name: t('energy.tariff.caption'), exact: true });
    await table.getByRole('row').last().getByText(kwh, { exact: true }).waitFor();
    await picture(page, `energy-year-${kwh}`);
    await more(page);
  });
}

/** Everything that the result page says of the year, and what another tariff makes of it. */
async function expectAllOfIt(seen: SeenYear, subscriptionId: string): Promise<void> {
  const { page } = seen;
  await expectPeriods(seen, bandAt);
  await expectLoads(seen);
  await expectFactorExplained(seen);
  await page.goto(`/apps/${subscriptionId}?from=2018-04-30T16:00:00Z&to=2018-05-31T16:00:00Z`);
  await expectComparison(seen, '2018-05', '2018-04');
  await page.goto(`/apps/${subscriptionId}/setup`);
  await changeTariff(page, t, OTHER);
  await page.goto(`/apps/${subscriptionId}?from=${YEAR_2018.from}&to=${YEAR_2018.to}`);
  await expectCost(seen, otherBandAt, OTHER.prices);
}

function expectEqual(report: Report, lines: Iterable<string>): void {
  const totals = csvTotals(lines, bandOf as never);
  const hundredths = (kwh: number): number => Math.round(kwh * 100);
  expect(hundredths(report.totals.energyKwh)).toBe(totals.yearHundredths);
  expect(report.periods.map((period) => hundredths(period.energyKwh))).toEqual(totals.monthHundredths);
  for (const { band, energyKwh } of report.bands) expect([band, hundredths(energyKwh)]).toEqual([band, totals.bandHundredths[band.toLowerCase() as never]]);
  expect(report.totals.carbonKg).toBeCloseTo((totals.yearHundredths / 100) * 0.5306, 6);
}

describe('a year of a plant, replayed through MQTT', () => {
  it('a made year: the app’s year, months, weeks, days, tariff bands, loads and comparison equal the file’s; another tariff makes another bill', async () => {
    const lines = [...madeYearCsv({ year: 2018, seed: 7 })];
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'tenon-year-')), 'year.csv');
    writeFileSync(file, lines.join(''));
    const year = await yearOf(file);
    expectEqual(year.report, lines);
    const kwh = csvTotals(lines, bandOf as never).yearHundredths / 100;
    const shown = kwh.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    await expectOnPage(year, shown, (page) => expectAllOfIt({ page, t, year: new YearByHand(lines) }, year.subscriptionId));
  });

  const real = existsSync(REAL) ? it : it.skip;
  real('the real steel plant’s year: 959,636.71 kWh, each month, each band', async () => {
    const year = await yearOf(REAL);
    expect(year.report.totals.energyKwh).toBeCloseTo(959_636.71, 2);
    expectEqual(year.report, readFileSync(REAL, 'utf8').split(/(?<=\n)/));
    await expectOnPage(year, '959,636.71');
  });
});
