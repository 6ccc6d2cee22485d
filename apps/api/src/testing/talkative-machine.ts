import type { MqttClient } from 'mqtt';
import { connectMachine } from './machine-client.js';
import type { OtherProcesses } from './other-processes.js';
import type { TestApi } from './test-api.js';

/** Messages that wait for their acknowledgement at once. */
const IN_FLIGHT = 20;

/** A machine that sends one number after another without pause. What was not acknowledged when its connection ended it sends again on the next, as devices do. */
export class TalkativeMachine {
  private readonly sent: number[] = [];
  private next = 1;
  private isStopped = false;
  private readonly talking: Promise<void>;
  private readonly waiting: { readonly count: number; readonly reached: () => void }[] = [];

  constructor(
    private readonly processes: OtherProcesses,
    private readonly token: string,
  ) {
    this.talking = this.talk();
  }

  /** Resolves when so many more were acknowledged. */
  acknowledged(more: number): Promise<void> {
    return new Promise((reached) => this.waiting.push({ count: this.sent.length + more, reached }));
  }

  /** Sends no more. @returns what was acknowledged, in order */
  async stop(): Promise<number[]> {
    this.isStopped = true;
    await this.talking;
    return this.sent.sort((a, b) => a - b);
  }

  private async talk(): Promise<void> {
    let unacknowledged: number[] = [];
    while (!this.isStopped || unacknowledged.length > 0) {
      // Between the ends of two connections it may not be known yet whose it is.
      const client = await connectMachine(this.processes, this.token).catch(() => null);
      if (client) unacknowledged = await this.talkOn(client, unacknowledged);
    }
  }

  /** Sends until the connection ends, or all is said. @returns what was not acknowledged */
  private async talkOn(client: MqttClient, before: readonly number[]): Promise<number[]> {
    const open = new Set<number>();
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
    let isOpen = true;
    void closed.then(() => (isOpen = false));
    const lines = Array.from({ length: IN_FLIGHT }, async (_, line) => {
      const again = before.filter((_number, index) => index % IN_FLIGHT === line);
      while (isOpen && (again.length > 0 || !this.isStopped)) {
        const number = again.shift() ?? this.next++;
        open.add(number);
        await Promise.race([closed, this.say(client, number).then(() => open.delete(number))]);
      }
      for (const number of again) open.add(number);
    });
    await Promise.all(lines);
    await client.endAsync(true);
    return [...open];
  }

  private async say(client: MqttClient, number: number): Promise<void> {
    await client.publishAsync('v1/devices/me/telemetry', JSON.stringify({ n: number }), { qos: 1 });
    this.sent.push(number);
    for (const { count, reached } of this.waiting) if (this.sent.length >= count) reached();
  }
}

/** The numbers that are stored of a machine, as often as they are, in order. */
export async function storedReadings({ database }: TestApi, deviceId: string): Promise<number[]> {
  const rows = await database.sql<{ n: number }>('SELECT t.num[1] AS n FROM telemetry t JOIN telemetry_shape s ON s.id = t.shape_id WHERE s.device_id = $1 ORDER BY 1', [deviceId]);
  return rows.map(({ n }) => n);
}
