import { connect, type IClientOptions, type IPublishPacket, type MqttClient, type Packet } from 'mqtt';
import type { TestGateway, TestMachine } from './test-gateway.js';

export const VERSIONS = [4, 5] as const;

/**
 * Connects a real client that does not connect again by itself.
 * @param prepare what is to be done before anything can come, as a session that goes on may bring messages at once
 */
export async function connectMqtt({ gateway }: TestGateway, { token }: Pick<TestMachine, 'token'>, options: IClientOptions = {}, prepare: (client: MqttClient) => void = () => undefined): Promise<MqttClient> {
  const client = connect({ host: '127.0.0.1', port: gateway.mqttPort, username: token, reconnectPeriod: 0, protocolVersion: 5, ...options });
  client.on('error', () => undefined);
  prepare(client);
  await new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve());
    client.once('error', reject);
    client.once('close', () => reject(new Error('The connection was closed.')));
  });
  return client;
}

/** Publishes and resolves with the acknowledgement's reason; a refusal of MQTT 5 is a reason too. */
export async function publish(client: MqttClient, payload: string | Buffer, options: { topic?: string; qos?: 0 | 1 | 2; properties?: IPublishPacket['properties'] } = {}): Promise<number> {
  const { topic = 'v1/devices/me/telemetry', qos = 1, properties } = options;
  return new Promise((resolve, reject) => {
    client.publish(topic, payload, { qos, ...(properties ? { properties } : {}) }, (error, packet) => {
      const code = error && 'code' in error ? Number(error.code) : undefined;
      if (code !== undefined && !Number.isNaN(code)) resolve(code);
      else if (error) reject(error);
      else resolve((packet as (Packet & { reasonCode?: number }) | undefined)?.reasonCode ?? 0);
    });
  });
}

/** Resolves when the server ends the connection, with its reason where it gave one. */
export async function disconnected(client: MqttClient): Promise<number | undefined> {
  let reason: number | undefined;
  client.once('disconnect', (packet) => (reason = packet.reasonCode));
  await new Promise<void>((resolve) => client.once('close', () => resolve()));
  return reason;
}
