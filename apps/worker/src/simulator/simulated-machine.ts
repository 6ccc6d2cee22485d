import type { MouldingMachine } from '@tenon/domain/simulation';
import type { Log } from '@tenon/runtime';
import { connect, type MqttClient } from 'mqtt';

const TOPIC = 'v1/devices/me/telemetry';

export interface SimulatedMachineOptions {
  readonly machine: MouldingMachine;
  readonly token: string;
  readonly brokerUrl: string;
  readonly intervalMs: number;
  readonly log: Log;
}

/** Plays one simulated machine: a real MQTT client that publishes what the model says, and connects again when it is cut off. */
export class SimulatedMachine {
  private readonly client: MqttClient;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: SimulatedMachineOptions) {
    const { token, brokerUrl, intervalMs, log } = options;
    this.client = connect(brokerUrl, { username: token, protocolVersion: 5, reconnectPeriod: 2_000, queueQoSZero: false, clientId: `sim-${token.slice(0, 8)}` });
    this.client.on('connect', () => this.publish());
    this.client.on('error', (error) => log.debug('simulator.connection', { error }));
    this.timer = setInterval(() => this.publish(), intervalMs);
  }

  close(): Promise<void> {
    clearInterval(this.timer);
    return this.client.endAsync(true);
  }

  /** What a stopped platform missed is not made up: a real machine would not remember it either. */
  private publish(): void {
    if (!this.client.connected) return;
    const { atMs, values } = this.options.machine.sampleAt(Date.now());
    this.client.publish(TOPIC, JSON.stringify({ ts: atMs, values }), { qos: 1 }, (error) => {
      if (error) this.options.log.debug('simulator.not-published', { error });
    });
  }
}
