import { createHash } from 'node:crypto';
import type { MqttClient } from 'mqtt';
import { connectMqtt } from './mqtt-client.js';
import type { TestGateway, TestMachine } from './test-gateway.js';

/** How a machine takes what it is offered. */
export interface Temper {
  /** Fails with these words, each time one of them less. */
  readonly failures?: string[];
  /** Says nothing. */
  readonly isDeaf?: boolean;
}

/** A machine that updates itself as one made for ThingsBoard does: told by attributes, it fetches, checks, says how it goes, and what it runs then. */
export class UpdatingMachine {
  /** What it was offered, offer by offer. */
  readonly offers: string[] = [];
  private work: Promise<void> = Promise.resolve();

  private constructor(
    private readonly client: MqttClient,
    private readonly temper: Temper,
  ) {}

  static async connect(test: TestGateway, machine: TestMachine, temper: Temper = {}): Promise<UpdatingMachine> {
    const client = await connectMqtt(test, machine);
    const one = new UpdatingMachine(client, temper);
    client.on('message', (topic, payload) => topic === 'v1/devices/me/attributes' && one.hear(JSON.parse(payload.toString()) as Record<string, string | number>));
    await client.subscribeAsync(['v1/devices/me/attributes', 'v2/fw/response/+/chunk/+'], { qos: 1 });
    return one;
  }

  /** Resolves when it has done all that it was asked until now. */
  async settled(): Promise<void> {
    await this.work;
  }

  async leave(): Promise<void> {
    await this.work;
    await this.client.endAsync();
  }

  private hear(told: Record<string, string | number>): void {
    if (told['fw_version'] === undefined) return;
    this.offers.push(String(told['fw_version']));
    if (!this.temper.isDeaf) this.work = this.work.then(() => this.update(told));
  }

  private async update(told: Record<string, string | number>): Promise<void> {
    await this.say({ fw_state: 'DOWNLOADING' });
    const file = await this.fetch(Number(told['fw_size']));
    const failure = createHash('sha256').update(file).digest('hex') === told['fw_checksum'] ? this.temper.failures?.shift() : 'checksum';
    if (failure !== undefined) return this.say({ fw_state: 'FAILED', fw_error: failure });
    for (const state of ['DOWNLOADED', 'VERIFIED', 'UPDATING']) await this.say({ fw_state: state });
    await this.say({ fw_state: 'UPDATED', current_fw_title: told['fw_title'], current_fw_version: told['fw_version'] });
  }

  private async say(what: object): Promise<void> {
    await this.client.publishAsync('v1/devices/me/telemetry', JSON.stringify(what), { qos: 1 });
  }

  private async fetch(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let chunk = 0; parts.reduce((sum, { length }) => sum + length, 0) < bytes; chunk += 1) {
      const come = new Promise<Buffer>((resolve) => {
        const onMessage = (topic: string, payload: Buffer): void => {
          if (topic !== `v2/fw/response/1/chunk/${chunk}`) return;
          this.client.off('message', onMessage);
          resolve(payload);
        };
        this.client.on('message', onMessage);
      });
      await this.client.publishAsync(`v2/fw/request/1/chunk/${chunk}`, '4096', { qos: 1 });
      parts.push(await come);
    }
    return Buffer.concat(parts);
  }
}
