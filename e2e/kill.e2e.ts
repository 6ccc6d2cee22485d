import { describe, expect, it } from '@jest/globals';
import { connect, type MqttClient } from 'mqtt';
import { EventEmitter, once } from 'node:events';
import { eventually, Person } from './clients/person.js';
import { isWhole, killsAsked, killSeed, platform } from './platform/env.js';

/** Ten nightly, and where it is asked for by name; in the daily run each process once. */
const KILLS = killsAsked() ?? (isWhole() ? 10 : 4);
const MACHINES = 4;
const VICTIMS = ['gateway', 'api', 'worker', 'postgres'] as const;
type Victim = (typeof VICTIMS)[number];
const EACH_AT_LEAST = Math.floor(KILLS / VICTIMS.length);
const EVERY_MS = 20;
const ACKS_BETWEEN_KILLS = 150;
/** At most: who was killed a moment ago is started again after a wait of up to ten seconds. */
const A_KILL_TAKES_MS = 60_000;
const FEW_BUCKETS = 10;
/** Over ten hours a chart of so many buckets reads the minutes' roll-ups. */
const MANY_BUCKETS = 600;
const HOURS_MS = 10 * 3_600_000;

/** A machine that publishes a numbered point every few milliseconds and remembers which were acknowledged. */
class Publisher extends EventEmitter {
  readonly acknowledged = new Set<number>();
  private readonly client: MqttClient;
  private readonly timer: NodeJS.Timeout;
  private atMs = Date.now() - 60_000;
  private unanswered = 0;

  constructor(readonly seriesName: string, token: string) {
    super();
    this.client = connect(platform().mqttUrl, { username: token, protocolVersion: 5, clean: false, clientId: `kill-${seriesName}`, properties: { sessionExpiryInterval: 3_600 }, reconnectPeriod: 100, connectTimeout: 2_000 });
    this.client.on('error', () => undefined);
    this.timer = setInterval(() => this.publish(), EVERY_MS);
  }

  private publish(): void {
    if (!this.client.connected) return;
    const atMs = (this.atMs += 1);
    this.unanswered += 1;
    this.client.publish('v1/devices/me/telemetry', JSON.stringify({ ts: atMs, values: { [this.seriesName]: atMs % 1_000 } }), { qos: 1 }, (error) => {
      this.unanswered -= 1;
      this.emit('answered');
      if (error) return;
      this.acknowledged.add(atMs);
      this.emit('acknowledged');
    });
  }

  /** Ends when everything was answered: mqtt.js stops sending again what a broken connection left open once it is told to end. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    while (this.unanswered > 0) await once(this, 'answered');
    await this.client.endAsync();
  }
}

/** A small generator with a seed, so that a run that fails can be run again. Gives 0 up to a bound, bound excluded. */
function chooser(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % bound;
  };
}

/** Whom to kill, in which order: each victim at least so often, the rest by chance, all shuffled. */
function bagOf(seed: number): Victim[] {
  const next = chooser(seed);
  const bag = VICTIMS.flatMap((victim) => Array.from({ length: EACH_AT_LEAST }, (): Victim => victim));
  while (bag.length < KILLS) bag.push(VICTIMS[next(VICTIMS.length)]!);
  for (let last = bag.length - 1; last > 0; last -= 1) {
    const other = next(last + 1);
    [bag[last], bag[other]] = [bag[other]!, bag[last]!];
  }
  return bag;
}

async function killOne(victim: Victim): Promise<void> {
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

/** How many points the buckets of a chart count: those cut from the points, and those of the roll-ups; neither knows which points are alike. */
async function countedIn(person: Person, seriesId: string, from: string, to: string): Promise<{ buckets: number; minutes: number }> {
  const count = async (since: string, maxPoints: number): Promise<number> => {
    const { seriesRange } = await person.ask<{ seriesRange: { count: number[] }[] }>('query ($input: SeriesRangeInput!) { seriesRange(input: $input) { count } }', { input: { seriesIds: [seriesId], from: since, to, maxPoints } });
    return seriesRange.flatMap((range) => range.count).reduce((sum, each) => sum + each, 0);
  };
  return { buckets: await count(from, FEW_BUCKETS), minutes: await count(new Date(Date.parse(from) - HOURS_MS).toISOString(), MANY_BUCKETS) };
}

describe('processes killed with -9 under load', () => {
  it(`${KILLS} times at random: no acknowledged point is missing, none is there twice`, async () => {
    const from = new Date(Date.now() - 120_000).toISOString();
    const person = await Person.signUp('不怕断电');
    const publishers = await Promise.all(Array.from({ length: MACHINES }, async (_, index) => new Publisher(`m${index}`, (await person.addMachine(`机器 ${index}`)).token)));
    const seed = killSeed();
    process.stderr.write(`  TENON_KILL_SEED=${seed} kills in this order again\n`);
    const killed = bagOf(seed);
    for (const [round, victim] of killed.entries()) {
      for (let count = 0; count < ACKS_BETWEEN_KILLS; count += 1) await once(publishers[round % MACHINES]!, 'acknowledged');
      await killOne(victim);
    }
    await once(publishers[0]!, 'acknowledged');
    await Promise.all(publishers.map((publisher) => publisher.close()));

    const to = new Date(Date.now() + 60_000).toISOString();
    const { series } = await eventually(
      () => person.ask<{ series: { nodes: { id: string; key: string }[] } }>('{ series { nodes { id key } } }').catch(() => ({ series: { nodes: [] } })),
      (answer) => answer.series.nodes.length === MACHINES,
    );
    let [acknowledged, visible] = [0, 0];
    for (const publisher of publishers) {
      const seriesId = series.nodes.find((each) => each.key === publisher.seriesName)!.id;
      const seen = await pointsOf(person, seriesId, from, to);
      const distinct = new Set(seen);
      const missing = [...publisher.acknowledged].filter((atMs) => !distinct.has(atMs));
      const counted = await countedIn(person, seriesId, from, to);
      acknowledged += publisher.acknowledged.size;
      visible += seen.length;
      expect({ seed, killed, missing, repeated: seen.length - distinct.size, ...counted }).toEqual({ seed, killed, missing: [], repeated: 0, buckets: seen.length, minutes: seen.length });
    }
    process.stderr.write(`  ${KILLS} kills; ${acknowledged} points acknowledged, ${visible} visible, 0 missing, 0 twice\n`);
  }, KILLS * A_KILL_TAKES_MS);
});
