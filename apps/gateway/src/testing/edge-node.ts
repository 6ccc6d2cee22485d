import { once } from 'node:events';
import sparkplugClient from 'sparkplug-client';
import type { TestGateway, TestMachine } from './test-gateway.js';

/** Eclipse Tahu's own client: an edge node called `N` of the group `G`. */
export type EdgeNodeClient = ReturnType<typeof sparkplugClient.newClient>;
export type EdgePayload = Parameters<EdgeNodeClient['publishNodeData']>[0];
export type EdgeMetrics = NonNullable<EdgePayload['metrics']>;

/** Connects an edge node, which listens for commands, and is to be born. */
export async function connectEdgeNode(test: TestGateway, { token }: TestMachine, { publishDeath = false } = {}): Promise<EdgeNodeClient> {
  const client = sparkplugClient.newClient({
    serverUrl: `mqtt://127.0.0.1:${test.gateway.mqttPort}`,
    username: token,
    password: '',
    groupId: 'G',
    edgeNode: 'N',
    clientId: `node-${token}`,
    publishDeath,
    mqttOptions: { reconnectPeriod: 0 },
  });
  await once(client, 'birth');
  return client;
}

/** A payload as it is published: the client adds to what it is given. */
export function payloadOf(metrics: EdgeMetrics, timestamp = Date.now()): EdgePayload {
  return { timestamp, metrics: [...metrics] };
}

/** The next command that a node, or a device of it, gets. */
export function nextCommand(client: EdgeNodeClient, verb: 'ncmd' | 'dcmd'): Promise<{ readonly device: string | null; readonly payload: EdgePayload }> {
  return new Promise((resolve) => {
    if (verb === 'ncmd') client.once('ncmd', (payload: EdgePayload) => resolve({ device: null, payload }));
    else client.once('dcmd', (device: string, payload: EdgePayload) => resolve({ device, payload }));
  });
}
