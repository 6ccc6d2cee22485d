import type { MouldingMachine } from '@tenon/domain/simulation';
import type { Log } from '@tenon/runtime';
import { connect, type MqttClient } from 'mqtt';
import { CHUNKS, CLIENT_KEYS, SHARED_KEYS, SimulatedUpdates } from './simulated-updates.js';
import { answerTo, askedInterval, INTERVAL_KEY } from './machine-controls.js';

const TELEMETRY = 'v1/devices/me/telemetry';
const ATTRIBUTES = 'v1/devices/me/attributes';
const STATE = `${ATTRIBUTES}/response/`;
const COMMANDS = 'v1/devices/me/rpc/request/';
const ANSWERS = 'v1/devices/me/rpc/response/';

export interface SimulatedMachineOptions {
  readonly machine: MouldingMachine;
  readonly token: string;
  readonly brokerUrl: string;
  readonly intervalMs: number;
  readonly log: Log;
}

/** Plays one simulated machine: a real MQTT client that publishes what the model says, obeys what it knows, and connects again when it is cut off. */
export class SimulatedMachine {
  private readonly client: MqttClient;
  private readonly updates = new SimulatedUpdates({
    say: (facts) => this.publish(ATTRIBUTES, facts),
    askChunk: (chunk, bytes) => void this.client.publish(`v2/fw/request/1/chunk/${chunk}`, String(bytes), { qos: 1 }, () => undefined),
  });
  private timer: NodeJS.Timeout;

  constructor(private readonly options: SimulatedMachineOptions) {
    const { token, brokerUrl, intervalMs, log } = options;
    this.client = connect(brokerUrl, { username: token, protocolVersion: 5, reconnectPeriod: 2_000, queueQoSZero: false, clientId: `sim-${token.slice(0, 8)}` });
    this.client.on('connect', () => {
      this.tell();
      this.listen();
    });
    this.client.on('message', (topic, payload) => this.hear(topic, payload));
    this.client.on('error', (error) => log.debug('simulator.connection', { error }));
    this.timer = setInterval(() => this.tell(), intervalMs);
  }

  close(): Promise<void> {
    clearInterval(this.timer);
    this.updates.close();
    return this.client.endAsync(true);
  }

  /** What a stopped platform missed is not made up: a real machine would not remember it either. */
  private tell(): void {
    if (!this.client.connected) return;
    const { atMs, values } = this.options.machine.sampleAt(Date.now());
    this.publish(TELEMETRY, { ts: atMs, values });
  }

  private listen(): void {
    this.client.subscribe([`${COMMANDS}+`, ATTRIBUTES, `${STATE}+`, CHUNKS], { qos: 1 }, (error) => {
      // What it was asked for while it was away.
      if (!error) this.publish(`${ATTRIBUTES}/request/1`, { sharedKeys: `${INTERVAL_KEY},${SHARED_KEYS}`, clientKeys: CLIENT_KEYS });
    });
  }

  private hear(topic: string, payload: Buffer): void {
    if (this.updates.take(topic, payload)) return;
    const message = JSON.parse(payload.toString()) as Record<string, unknown>;
    if (topic.startsWith(COMMANDS)) this.publish(`${ANSWERS}${topic.slice(COMMANDS.length)}`, answerTo(message['method'], this.options.machine.sampleAt(Date.now())));
    else if (topic === ATTRIBUTES) this.heed(message);
    else this.resume(message as { client?: Record<string, unknown>; shared?: Record<string, unknown> });
  }

  /** It is there again: what it said that it runs, and what it is asked for. */
  private resume({ client = {}, shared = {} }: { client?: Record<string, unknown>; shared?: Record<string, unknown> }): void {
    this.updates.remember(client);
    this.heed(shared);
  }

  private heed(asked: Readonly<Record<string, unknown>>): void {
    this.obey(askedInterval(asked));
    this.updates.hear(asked);
  }

  /** Tells as often as it is asked to, and says so. */
  private obey(askedMs: number | null | undefined): void {
    if (askedMs === undefined) return;
    const intervalMs = askedMs ?? this.options.intervalMs;
    clearInterval(this.timer);
    this.timer = setInterval(() => this.tell(), intervalMs);
    this.publish(ATTRIBUTES, { [INTERVAL_KEY]: intervalMs / 1_000 });
  }

  private publish(topic: string, message: object): void {
    this.client.publish(topic, JSON.stringify(message), { qos: 1 }, (error) => {
      if (error) this.options.log.debug('simulator.not-published', { error });
    });
  }
}
