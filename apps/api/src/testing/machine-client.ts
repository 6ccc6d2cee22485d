import { connect, type MqttClient } from 'mqtt';
import type { OtherProcesses } from './other-processes.js';

/** Connects as a machine would, and does not connect again by itself. @throws what the gateway answered, with its reason as `code` */
export async function connectMachine({ mqttPort }: Pick<OtherProcesses, 'mqttPort'>, token: string): Promise<MqttClient> {
  const client = connect({ host: '127.0.0.1', port: mqttPort, username: token, reconnectPeriod: 0, protocolVersion: 5 });
  client.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve());
    client.once('error', reject);
    client.once('close', () => reject(new Error('The connection was closed.')));
  });
  return client;
}

/** The same, until the gateway has heard that it may. */
export async function connectOnceAllowed(processes: OtherProcesses, token: string): Promise<MqttClient> {
  for (;;) {
    const client = await connectMachine(processes, token).catch(() => null);
    if (client) return client;
  }
}

/** Resolves when the gateway ends the connection, with its reason. */
export async function sentAway(client: MqttClient): Promise<number | undefined> {
  let reason: number | undefined;
  client.once('disconnect', (packet) => (reason = packet.reasonCode));
  await new Promise<void>((resolve) => client.once('close', () => resolve()));
  return reason;
}

/** Sends one message by MQTT; resolves when it is acknowledged. */
export const send = (client: MqttClient, payload: string): Promise<unknown> => client.publishAsync('v1/devices/me/telemetry', payload, { qos: 1 });

/** Sends one message by HTTP, and gives the answer's status and code. */
export async function post({ httpPort }: OtherProcesses, token: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${httpPort}/api/v1/${token}/telemetry`, { method: 'POST', body: '{"x":1}' });
  return { status: response.status, text: await response.text() };
}
