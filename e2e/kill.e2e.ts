import { describe, expect, it } from '@jest/globals';
import { connect, type MqttClient } from 'mqtt';
import { EventEmitter, once } from 'node:events';
import { eventually, Person } from './clients/person.js';
import { platform } from './platform/env.js';

const KILLS = 10;
const MACHINES = 4;
const VICTIMS = ['gateway', 'api', 'worker', 'postgres'] as const;
const EVERY_MS = 10;
const ACKS_BETWEEN_KILLS = 150;

/** A machine that publishes a numbered point every few milliseconds and remembers which were acknowledged. */
class Publisher extends EventEmitter {
  readonly acknowledged = new Set<number>();
  private readonly client: MqttClient;
  private readonly timer: NodeJS.Timeout;
  private atMs = Date.now() - 60_000;

  constructor(readonly seriesName: string, token: string) {
    super();
    this.client = connect(platform().mqttUrl, { username: token, protocolVersion: 5, clean: false, clientId: `kill-${seriesName}`, properties: { sessionExpiryInterval: 3_600 }, reconnectPeriod: 100, connectTimeout: 2_000 });
    this.client.on('error', () => undefined);
    this.timer = setInterval(() => this.publish(), EVERY_MS);
  }

  private publish(): void {
    if (!this.client.connected) return;
    const atMs = (this.atMs += 1);
    this.client.publish('v1/devices/me/telemetry', JSON.stringify({ ts: atMs, values: { [this.seriesName]: atMs % 1_000 } }), { qos: 1 }, (error) => {
      if (error) return;
      this.acknowledged.add(atMs);
      this.emit('acknowledged');
    });
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.client.endAsync();
  }
}

/** A small generator with a seed, so that a run that fails can be run again. */
function chooser(seed: number): () => (typeof VICTIMS)[number] {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return VICTIMS[(state >>> 16) % VICTIMS.length]!;
  };
}

async function killOne(victim: (typeof VICTIMS)[number]): Promise<void> {
  const { pid } = await eventually(async () => ({ pid: platform().processes[victim] ?? 0 }), ({ pid }) => pid > 0);
  process.kill(pid, 'SIGKILL');
  await eventually(async () => platform().processes[victim] ?? 0, (next) => next > 0 && next !== pid);
}

async function pointsOf(person: Person, seriesId: string, from: string, to: string): Promise<number[]> {
  const all: number[] = [];
  let after: string | null = null;
  do {
    const page: { seriesPoints: { nodes: { at: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } = await person.ask(
      'query ($input: SeriesPointsInput!) { seriesPoints(input: $input) { nodes { at } pageInfo { hasNextPage endCursor } } }',
      { input: { seriesId, from, to, first: 100, after } },
    );
    all.push(...page.seriesPoints.nodes.map((point) => Date.parse(point.at)));
    after = page.seriesPoints.pageInfo.hasNextPage ? page.seriesPoints.pageInfo.endCursor : null;
  } while (after);
  return all;
}

describe('processes killed with -9 under load', () => {
  it(`${KILLS} times at random: no acknowledged point is missing, none is there twice`, async () => {
    const from = new Date(Date.now() - 120_000).toISOString();
    const person = await Person.signUp('不怕断电');
    const publishers = await Promise.all(Array.from({ length: MACHINES }, async (_, index) => new Publisher(`m${index}`, (await person.addMachine(`机器 ${index}`)).token)));
    const next = chooser(20_261_123);
    const killed: string[] = [];
    for (let round = 0; round < KILLS; round += 1) {
      for (let count = 0; count < ACKS_BETWEEN_KILLS; count += 1) await once(publishers[round % MACHINES]!, 'acknowledged');
      const victim = next();
      await killOne(victim);
      killed.push(victim);
    }
    await once(publishers[0]!, 'acknowledged');
    await Promise.all(publishers.map((publisher) => publisher.close()));

    const to = new Date(Date.now() + 60_000).toISOString();
    const { series } = await eventually(
      () => person.ask<{ series: { nodes: { id: string; key: string }[] } }>('{ series { nodes { id key } } }').catch(() => ({ series: { nodes: [] } })),
      (answer) => answer.series.nodes.length === MACHINES,
    );
    for (const publisher of publishers) {
      const seriesId = series.nodes.find((each) => each.key === publisher.seriesName)!.id;
      const seen = await pointsOf(person, seriesId, from, to);
      const missing = [...publisher.acknowledged].filter((atMs) => !seen.includes(atMs));
      expect({ killed, missing, repeated: seen.length - new Set(seen).size }).toEqual({ killed, missing: [], repeated: 0 });
    }
  });
});
