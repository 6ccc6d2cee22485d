import type { MouldingMachine } from '@tenon/domain/simulation';
import { connectAsync } from 'mqtt';

const TOPIC = 'v1/devices/me/telemetry';
const SAMPLES_A_MESSAGE = 50;
const IN_FLIGHT = 16;

/** A stretch of history at one step. */
export interface HistoryStretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
}

function* messages(machine: MouldingMachine, stretches: readonly HistoryStretch[]): Generator<string> {
  let held: object[] = [];
  for (const { fromMs, toMs, stepMs } of stretches) {
    for (const { atMs, values } of machine.history({ fromMs, toMs }, stepMs)) {
      held.push({ ts: atMs, values });
      if (held.length < SAMPLES_A_MESSAGE) continue;
      yield JSON.stringify(held);
      held = [];
    }
  }
  if (held.length > 0) yield JSON.stringify(held);
}

/** Publishes a machine's past through the real MQTT door, as fast as acknowledgements allow. Doing it twice changes nothing. */
export async function publishHistory(machine: MouldingMachine, token: string, mqttPort: number, stretches: readonly HistoryStretch[]): Promise<void> {
  const client = await connectAsync(`mqtt://127.0.0.1:${mqttPort}`, {
    username: token,
    protocolVersion: 5,
    clientId: `history-${token.slice(0, 8)}`,
    properties: { userProperties: { 'tenon-history': '1' } },
  });
  const source = messages(machine, stretches);
  const sender = async (): Promise<void> => {
    for (const message of source) await client.publishAsync(TOPIC, message, { qos: 1 });
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, sender));
  await client.endAsync();
}
