import { DAY_MS, HOUR_MS } from '@tenon/kernel';
import { describe, expect, it } from '@jest/globals';
import { localTimeAt, startOfLocalDay } from '../../energy/index.js';
import { hash32 } from '../../simulation/random.js';
import { closingLines, invoiceOf, monthlyLines, monthOf, PLANS, previewChange } from '../index.js';
import type { Caps, Invoice, LocalTimeOf, MeterHour, Plan, PlanStretch } from '../index.js';

/**
 * A made year of one company: trial, starter, up to standard, down again, up twice in one month, caps raised, closed before the month
 * is over. Its invoices are compared with a reckoning that shares nothing with them: a table of days, calendar texts from `Intl`
 * itself, fees day by day, decimals written out.
 */
const CAPS: Caps = { devices: 14, pointsADay: 20_000_000, apiCallsADay: 60_000 };
const WIDER: Caps = { devices: 400, pointsADay: 380_000_000, apiCallsADay: 2_500_000 };
const CHANGES: readonly { readonly on: string; readonly plan: Plan; readonly caps: Caps }[] = [
  { on: '2026-01-05', plan: PLANS.trial, caps: {} },
  { on: '2026-02-04', plan: PLANS.starter, caps: CAPS },
  { on: '2026-05-17', plan: PLANS.standard, caps: { ...CAPS, devices: 53, pointsADay: 70_000_000 } },
  { on: '2026-09-01', plan: PLANS.starter, caps: CAPS },
  { on: '2026-10-10', plan: PLANS.standard, caps: CAPS },
  { on: '2026-10-20', plan: PLANS.enterprise, caps: {} },
  { on: '2026-11-05', plan: PLANS.enterprise, caps: WIDER },
];
const CLOSED_ON = '2026-12-15';
const day = (text: string): number => Date.parse(text) / DAY_MS;

/** From 8 to 18 machines in most of the year, some fifty in June, more than three hundred in November. */
function readingsOf(timeZone: string): MeterHour[] {
  const fromMs = startOfLocalDay(timeZone, day('2026-01-05'));
  const hours = (startOfLocalDay(timeZone, day(CLOSED_ON) + 1) - fromMs) / HOUR_MS;
  return Array.from({ length: hours }, (_, index) => fromMs + index * HOUR_MS).flatMap((hourMs, index): MeterHour[] => {
    const month = new Date(hourMs).getUTCMonth();
    const size = month === 5 ? 5 : month === 10 ? 30 : 1;
    const draw = (meter: number, most: number): number => hash32(7, index, meter) % most;
    if (draw(9, 20) === 0) return []; // the machines rested
    return [
      { meter: 'devices', hourMs, quantity: size * (8 + draw(1, 11) % (1 + draw(2, 11))) },
      { meter: 'pointsADay', hourMs, quantity: size * draw(3, 1_100_003) },
      { meter: 'apiCallsADay', hourMs, quantity: size * draw(4, 3_001) },
      { meter: 'members', hourMs, quantity: 4 },
    ];
  });
}

/** The year as the room bills it. */
function billed(readings: readonly MeterHour[], localTimeOf: LocalTimeOf): Invoice[] {
  const stretches = CHANGES.map(({ on, plan, caps }, index): PlanStretch => ({ plan, caps, fromDay: day(on), toDay: day(CHANGES[index + 1]?.on ?? CLOSED_ON) + (CHANGES[index + 1] ? 0 : 1) }));
  const within = (fromDay: number, toDay: number): PlanStretch[] =>
    stretches.map((stretch) => ({ ...stretch, fromDay: Math.max(fromDay, stretch.fromDay), toDay: Math.min(toDay, stretch.toDay) })).filter((stretch) => stretch.fromDay < stretch.toDay);
  const read = (fromDay: number, toDay: number): MeterHour[] =>
    readings.filter(({ hourMs }) => localTimeOf(hourMs).localDay >= fromDay && localTimeOf(hourMs).localDay < toDay);
  const invoices: Invoice[] = [];
  const issue = (issuedOn: number, occasion: string, lines: Parameters<typeof invoiceOf>[2]): void => {
    if (lines.length > 0) invoices.push(invoiceOf(`${new Date(issuedOn * DAY_MS).toISOString().slice(0, 7)} ${occasion}`, issuedOn, lines));
  };
  for (let today = day('2026-01-05'); today <= day(CLOSED_ON); today += 1) {
    const now = stretches.findIndex(({ fromDay, toDay }) => today >= fromDay && today < toDay);
    const { plan, fromDay } = stretches[now]!;
    if (monthOf(today).firstDay === today) {
      const last = monthOf(today, -1);
      issue(today, 'month', monthlyLines({ firstDay: today, plan, past: within(last.firstDay, today), readings: read(last.firstDay, today), localTimeOf }));
    } else if (fromDay === today && now > 0 && stretches[now - 1]!.plan !== plan) {
      issue(today, `change ${now}`, previewChange({ from: stretches[now - 1]!.plan, to: plan, today, inUse: {} }).lines);
    }
  }
  const closing = day(CLOSED_ON);
  const { firstDay } = monthOf(closing);
  issue(closing, 'closing', closingLines({ plan: PLANS.enterprise, today: closing, stretches: within(firstDay, closing + 1), readings: read(firstDay, closing + 1), localTimeOf }));
  return invoices;
}

/** The year a second way. Quotas and prices are written out once more. */
const BY_HAND: Readonly<Record<string, { readonly fen: number; readonly quotas: readonly [number, number, number] }>> = {
  starter: { fen: 29_900, quotas: [10, 12e6, 20e3] },
  standard: { fen: 99_900, quotas: [50, 60e6, 200e3] },
  enterprise: { fen: 399_900, quotas: [300, 360e6, 2e6] },
};
const PRICES = [['devices', 150, 1], ['pointsADay', 20, 1e6], ['apiCallsADay', 50, 1e4]] as const;

/** Fen of a fraction, by its decimals: 0.5 and more is one more. */
function roundedByDecimals(numerator: number, denominator: number): number {
  const tenths = Math.floor((numerator * 10) / denominator);
  return Math.floor(tenths / 10) + (tenths % 10 >= 5 ? 1 : 0);
}

/** The fee of a day: what is due by its evening less what was due by the evening before. */
function feeOfDay(text: string, monthlyFen: number): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return roundedByDecimals(monthlyFen * date, days) - roundedByDecimals(monthlyFen * (date - 1), days);
}

interface ByHand {
  readonly feesFen: number;
  /** By month of use. */
  readonly overageFen: Readonly<Record<string, number>>;
}

type DayUse = readonly [devices: number, points: number, calls: number];

/** Each day's use by its calendar text. */
function useByText(readings: readonly MeterHour[], timeZone: string): ReadonlyMap<string, DayUse> {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const use = new Map<string, DayUse>();
  for (const { meter, hourMs, quantity } of readings) {
    const text = calendar.format(hourMs);
    const [devices, points, calls] = use.get(text) ?? [0, 0, 0];
    if (meter === 'devices') use.set(text, [Math.max(devices, quantity), points, calls]);
    if (meter === 'pointsADay') use.set(text, [devices, points + quantity, calls]);
    if (meter === 'apiCallsADay') use.set(text, [devices, points, calls + quantity]);
  }
  return use;
}

/** Units beyond the quotas by month, plan and meter, rounded to fen and added up by month. */
function overageByMonth(beyond: ReadonlyMap<string, number>): Record<string, number> {
  const overageFen: Record<string, number> = {};
  for (const [line, quantity] of beyond) {
    const [, fen, per] = PRICES[Number(line.at(-1))]!;
    const month = line.slice(0, 7);
    overageFen[month] = (overageFen[month] ?? 0) + roundedByDecimals(quantity * fen, per);
  }
  return overageFen;
}

function byHand(readings: readonly MeterHour[], timeZone: string): ByHand {
  const use = useByText(readings, timeZone);
  let feesFen = 0;
  const beyond = new Map<string, number>();
  for (let at = Date.parse('2026-01-05'); at <= Date.parse(CLOSED_ON); at += DAY_MS) {
    const text = new Date(at).toISOString().slice(0, 10);
    const change = CHANGES.filter(({ on }) => on <= text).at(-1)!;
    const terms = BY_HAND[change.plan.id];
    if (!terms) continue;
    feesFen += feeOfDay(text, terms.fen);
    for (const [index, [meter]] of PRICES.entries()) {
      const over = Math.min(use.get(text)?.[index] ?? 0, change.caps[meter] ?? terms.quotas[index]!) - terms.quotas[index]!;
      const line = `${text.slice(0, 7)} ${change.on} ${index}`;
      beyond.set(line, (beyond.get(line) ?? 0) + Math.max(0, over));
    }
  }
  return { feesFen, overageFen: overageByMonth(beyond) };
}

describe.each(['Asia/Shanghai', 'Europe/Berlin', 'America/New_York'])('a made year in %s', (timeZone) => {
  const localTimeOf: LocalTimeOf = (atMs) => localTimeAt(timeZone, atMs);
  const readings = readingsOf(timeZone);
  const invoices = billed(readings, localTimeOf);
  const second = byHand(readings, timeZone);
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const sum = (amounts: readonly { readonly amountMinor: number }[]): number => amounts.reduce((total, { amountMinor }) => total + amountMinor, 0);

  it('bills the fee of each day once, to the fen', () => {
    expect(sum(lines.filter(({ kind }) => kind !== 'overage').map(({ amount }) => amount))).toBe(second.feesFen);
  });

  it('bills what went beyond the quotas of each month, to the fen', () => {
    const overage: Record<string, number> = {};
    for (const line of lines) {
      if (line.kind !== 'overage') continue;
      const month = new Date(line.fromDay * DAY_MS).toISOString().slice(0, 7);
      overage[month] = (overage[month] ?? 0) + line.amount.amountMinor;
    }
    expect(overage).toEqual(Object.fromEntries(Object.entries(second.overageFen).filter(([, fen]) => fen > 0)));
    expect(Object.keys(overage).length).toBeGreaterThan(6);
  });

  it('contains 6 of 106 as tax on every invoice, and every column adds up', () => {
    for (const { gross, tax, net, lines: own } of invoices) {
      const size = Math.abs(gross.amountMinor);
      expect(Math.abs(tax.amountMinor)).toBe(roundedByDecimals(size * 6, 106));
      expect([sum(own.map(({ amount }) => amount)), sum(own.map((line) => line.tax)), net.amountMinor + tax.amountMinor]).toEqual([gross.amountMinor, tax.amountMinor, gross.amountMinor]);
    }
  });

  it('traces each overage line to its readings', () => {
    for (const line of lines) {
      if (line.kind !== 'overage') continue;
      const behind = readings.filter(({ meter, hourMs }) => meter === line.meter && localTimeOf(hourMs).localDay >= line.fromDay && localTimeOf(hourMs).localDay < line.toDay);
      expect(line.hours).toBe(behind.length);
      expect(sum(line.days.map(({ beyond }) => ({ amountMinor: beyond })))).toBe(line.quantity);
      expect(roundedByDecimals(line.quantity * line.unitPrice.amountMinor, line.per)).toBe(line.amount.amountMinor);
    }
  });

  it('has an invoice for each occasion, and the same year again whatever order readings come in', () => {
    expect(invoices.map(({ number }) => number.replace('2026-', ''))).toEqual([
      '02 change 1', '03 month', '04 month', '05 month', '05 change 2', '06 month', '07 month', '08 month', '09 month', '10 month', '10 change 4', '10 change 5', '11 month', '12 month', '12 closing',
    ]);
    expect(billed([...readings].reverse(), localTimeOf)).toEqual(invoices);
  });
});
