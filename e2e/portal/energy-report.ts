import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { DEFAULT_EMISSION_FACTOR } from '../../packages/domain/src/energy/carbon/emission-factors-2023.js';
import type { Words } from '../platform/words.js';
import { atWork, press } from './entering.js';
import { expectReads, rowsOf, tileOf } from './figures.js';
import { allOf, type Band, type BandOf, type Split, type Sums, type YearByHand } from './year-by-hand.js';

const BANDS: readonly Band[] = ['PEAK', 'FLAT', 'VALLEY'];
const QUARTERS = 96;

/** A year's report as somebody sees it, and the same year reckoned by hand. */
export interface SeenYear {
  readonly page: Page;
  readonly t: Words;
  readonly year: YearByHand;
}

/** The year by months, weeks and days: each row's energy, of each band too, is what the file's rows add up to. */
export async function expectPeriods({ page, t, year }: SeenYear, bandOf: BandOf): Promise<void> {
  for (const split of ['month', 'week', 'day'] as const satisfies readonly Split[]) {
    await page.getByRole('group', { name: t('energy.period.label') }).getByText(t(`energy.period.${split}`), { exact: true }).click();
    const wanted = [...year.split(split, bandOf)].reverse();
    const rows = await rowsOf(page, t('energy.table.carbon'), wanted.length);
    for (const [at, [key, sums]] of wanted.entries()) {
      const [label, ...figures] = rows[at]!;
      expect(label).toContain(key);
      for (const [place, hundredths] of [allOf(sums), ...BANDS.map((band) => sums[band])].entries()) expectReads(figures[place], hundredths / 100);
      expectReads(figures[5], (allOf(sums) / 100) * DEFAULT_EMISSION_FACTOR.kgCo2PerKwh);
    }
  }
}

/** The typical day as a table, what always runs, and the highest demand. */
export async function expectLoads({ page, t, year }: SeenYear): Promise<void> {
  const section = page.locator('section', { has: page.getByRole('heading', { name: t('energy.curve.title'), exact: true }) });
  await section.getByRole('group', { name: t('apps.view') }).getByText(t('apps.table'), { exact: true }).click();
  const rows = await rowsOf(page, t('energy.curve.time'), QUARTERS);
  expect([rows[0]![0], rows.at(-1)![0]]).toEqual(['00:00–00:15', '23:45–24:00']);
  for (const [quarter, [, working, weekend]] of rows.entries()) {
    expectReads(working, year.curveKw(quarter, false));
    expectReads(weekend, year.curveKw(quarter, true));
  }
  expectReads((await tileOf(page, t('energy.tiles.baseLoad'))).figure, year.baseLoadKw());
  const peak = await tileOf(page, t('energy.tiles.peakDemand'));
  expectReads(peak.figure, year.peak().kw);
  expect(peak.beneath).toContain(year.peak().at);
}

/** A month beside the month before it: how much more or less, as the figure says it. */
export async function expectComparison({ page, t, year }: SeenYear, month: string, before: string): Promise<void> {
  const months = year.split('month', () => 'FLAT');
  const [now, then] = [allOf(months.get(month)!), allOf(months.get(before)!)];
  // The figure first, the comparison once its own answer is there.
  await page.getByRole('main').getByText('比前一个月').first().waitFor();
  const { figure, beneath } = await tileOf(page, t('energy.tiles.energy'));
  expectReads(figure, now / 100);
  expectReads(beneath, now / then - 1);
}

/** Where the default factor comes from, as the result page tells under how it was reckoned. */
export async function expectFactorExplained({ page, t }: SeenYear): Promise<void> {
  await page.getByText(t('energy.how.title'), { exact: true }).click();
  await page.getByText(t('energy.how.carbonText', { factor: String(DEFAULT_EMISSION_FACTOR.kgCo2PerKwh) })).waitFor();
  await page.getByText(DEFAULT_EMISSION_FACTOR.source).first().waitFor();
}

export interface Tariff {
  /** Painted over the hours there are, in turn; in quarter-hours of the day. */
  readonly stretches: readonly { readonly from: number; readonly to: number; readonly band: Band }[];
  /** Yuan a kWh, in whole ten-thousandths. */
  readonly prices: Readonly<Record<Band, number>>;
}

/** Changes hours and prices on the app's settings, as somebody with a new bill would. */
export async function changeTariff(page: Page, t: Words, { stretches, prices }: Tariff): Promise<void> {
  const form = page.getByRole('group', { name: t('energy.setup.tariff.setLabel') });
  await atWork(form);
  for (const { from, to, band } of stretches) {
    await form.getByLabel(t('energy.setup.tariff.setFrom'), { exact: true }).selectOption(String(from));
    await form.getByLabel(t('energy.setup.tariff.setTo'), { exact: true }).selectOption(String(to));
    await form.getByLabel(t('energy.setup.tariff.setBand'), { exact: true }).selectOption(band);
    await form.getByRole('button', { name: t('energy.setup.tariff.setAction'), exact: true }).click();
  }
  for (const band of BANDS) await page.getByLabel(t('energy.setup.tariff.price', { band: t(`energy.bands.${band}`) }), { exact: true }).fill(String(prices[band] / 10_000));
  await press(page, t('energy.setup.save'));
  await page.getByText(t('energy.setup.saved')).first().waitFor();
}

/** A band's cost in whole fen: hundredths of a kWh at ten-thousandths of a yuan. */
const fenOf = (sums: Sums, band: Band, prices: Tariff['prices']): number => Math.round((sums[band] * prices[band]) / 10_000);
const money = (fen: number): string => new Intl.NumberFormat('zh-CN', { style: 'currency', currency: 'CNY' }).format(fen / 100);

/** What the year costs in each band, to the fen, and in all: what the bands add up to. */
export async function expectCost({ page, t, year }: SeenYear, bandOf: BandOf, prices: Tariff['prices']): Promise<void> {
  const sums = year.whole(bandOf);
  const total = BANDS.reduce((fen, band) => fen + fenOf(sums, band, prices), 0);
  const table = page.getByRole('table', { name: t('energy.tariff.caption'), exact: true });
  await table.getByRole('row').last().getByText(money(total), { exact: true }).waitFor();
  const rows = await rowsOf(page, t('energy.tariff.price'), BANDS.length + 1);
  for (const [at, band] of BANDS.entries()) {
    const [, energy, , cost, price] = rows[at]!;
    expectReads(energy, sums[band] / 100);
    expect(cost).toBe(money(fenOf(sums, band, prices)));
    expectReads(price, prices[band] / 10_000);
  }
}
