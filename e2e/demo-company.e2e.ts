import { describe, expect, it } from '@jest/globals';
import { eventually, Person } from './clients/person.js';
import { platform } from './platform/env.js';

const DAY_MS = 86_400_000;
const MACHINES = 8;
/** A month of history, less the days that no roll-up has reached and the minutes since it was made. */
const HISTORY_DAYS = 30;

interface Machine {
  readonly id: string;
  readonly kind: 'MACHINE' | 'SIMULATED';
  readonly latestValues: readonly { readonly value: unknown; readonly series: { readonly id: string; readonly key: string } }[];
  readonly refusals: { readonly nodes: readonly { readonly code: string; readonly count: number }[] };
}

const simulated = async (person: Person): Promise<readonly Machine[]> => {
  const { devices } = await person.ask<{ devices: { nodes: readonly Machine[] } }>(
    '{ devices(first: 20) { nodes { id kind latestValues { value series { id key } } refusals(first: 5) { nodes { code count } } } } }',
  );
  return devices.nodes.filter(({ kind }) => kind === 'SIMULATED');
};

const valueOf = (machine: Machine, key: string) => machine.latestValues.find(({ series }) => series.key === key);

/** The first day of the last thirty that a metric has readings of, counted back from today. */
async function daysOf(person: Person, seriesId: string): Promise<number> {
  const to = new Date();
  const input = { seriesIds: [seriesId], from: new Date(to.getTime() - (HISTORY_DAYS + 1) * DAY_MS).toISOString(), to: to.toISOString(), maxPoints: 800 };
  const { seriesRange } = await person.ask<{ seriesRange: { at: number[] }[] }>('query ($input: SeriesRangeInput!) { seriesRange(input: $input) { at } }', { input });
  return new Set(seriesRange.flatMap(({ at }) => at).map((atMs) => Math.floor(atMs / DAY_MS))).size;
}

describe('the demo company', () => {
  it('has eight simulated machines with a month behind them, one of them stopped, an app that answers and a message that was refused', async () => {
    const { email, password } = platform().demo;
    const person = await Person.signIn(email, password);
    const machines = await eventually(() => simulated(person), (all) => all.length === MACHINES && all.every((each) => valueOf(each, 'machine_state')));
    for (const machine of machines) expect(await daysOf(person, valueOf(machine, 'power_kw')!.series.id)).toBeGreaterThanOrEqual(HISTORY_DAYS);
    expect(machines.filter((machine) => valueOf(machine, 'machine_state')?.value === 'stopped').length).toBeGreaterThanOrEqual(1);
    expect(machines.flatMap(({ refusals }) => refusals.nodes)).toEqual([{ code: 'TELEMETRY.BAD_JSON', count: 1 }]);

    const { subscriptions } = await person.ask<{ subscriptions: { nodes: { id: string; state: string; isConfigured: boolean; app: { slug: string } }[] } }>(
      '{ subscriptions { nodes { id state isConfigured app { slug } } } }',
    );
    expect(subscriptions.nodes).toEqual([expect.objectContaining({ state: 'ACTIVE', isConfigured: true, app: { slug: 'energy-carbon' } })]);
    const now = Date.now();
    const input = { subscriptionId: subscriptions.nodes[0]!.id, from: new Date(now - 20 * DAY_MS).toISOString(), to: new Date(now - 10 * DAY_MS).toISOString(), period: 'DAY' };
    const report = (): Promise<{ energyReport: { totals: { energyKwh: number } } }> =>
      person.ask('query ($input: EnergyReportInput!) { energyReport(input: $input) { totals { energyKwh } } }', { input });
    await eventually(report, ({ energyReport }) => energyReport.totals.energyKwh > 0);
  });
});
