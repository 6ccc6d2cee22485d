import type { MouldingMachine } from '@tenon/domain/simulation';
import type { Log } from '@tenon/runtime';
import { connect, type MqttClient } from 'mqtt';
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
    return this.client.endAsync(true);
  }

  /** What a stopped platform missed is not made up: a real machine would not remember it either. */
  private tell(): void {
    if (!this.client.connected) return;
    const { atMs, values } = this.options.machine.sampleAt(Date.now());
    this.publish(TELEMETRY, { ts: atMs, values });
  }

  private listen(): void {
    this.client.subscribe([`${COMMANDS}+`, ATTRIBUTES, `${STATE}+`], { qos: 1 }, (error) => {
      // What it was asked for while it was away.
      if (!error) this.publish(`${ATTRIBUTES}/request/1`, { sharedKeys: INTERVAL_KEY });
    });
  }

  private hear(topic: string, payload: Buffer): void {
    const message = JSON.parse(payload.toString()) as Record<string, unknown>;
    if (topic.startsWith(COMMANDS)) this.publish(`${ANSWERS}${topic.slice(COMMANDS.length)}`, answerTo(message['method'], this.options.machine.sampleAt(Date.now())));
    else this.obey(askedInterval(topic === ATTRIBUTES ? message : ((message['shared'] ?? {}) as Record<string, unknown>)));
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
