import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { welcomeLines } from '../packages/tooling/src/start/welcome.mjs';
import { eventually, Person } from './clients/person.js';
import { commandEnv, platform } from './platform/env.js';
import { hasProgram } from './platform/programs.js';

const run = promisify(execFile);

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

const portOf = (url: string): number => Number(new URL(url).port);

async function temperatureOf(person: Person, name: string): Promise<unknown> {
  const { devices } = await person.ask<{ devices: { nodes: readonly (Pick<Machine, 'latestValues'> & { readonly name: string })[] } }>('{ devices(first: 20) { nodes { name latestValues { value series { id key } } } } }');
  return devices.nodes.find((device) => device.name === name)?.latestValues.find(({ series }) => series.key === 'temperature')?.value;
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

  it('takes the values that the commands send which a start prints', async () => {
    const { demo, mqttUrl, deviceHttpUrl, apiUrl } = platform();
    const ports = { PORTAL_PORT: 0, WORKER_PORT: 0, API_PORT: portOf(apiUrl), MQTT_PORT: portOf(mqttUrl), DEVICE_HTTP_PORT: portOf(deviceHttpUrl) };
    const commands = welcomeLines({ ports, publicUrl: '', dataDir: '', tookMs: 0, demo }, (text) => text).map((line) => line.trim()).filter((line) => /^(curl|mosquitto_pub) /.test(line));
    expect(commands).toHaveLength(2);
    const person = await Person.signIn(demo.email, demo.password);
    for (const [at, command] of commands.entries()) {
      if (!hasProgram(command.split(' ')[0]!)) continue;
      const sent = 30 + at;
      await run('bash', ['-c', command.replace('21.5', String(sent))], { env: commandEnv() });
      await eventually(() => temperatureOf(person, demo.deviceName), (value) => value === sent);
    }
  });
});
