import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import mqttPacket, { type Packet } from 'mqtt-packet';

/** What a machine published, under the token it came in with. */
export interface Published {
  readonly token: string;
  readonly topic: string;
  readonly qos: number;
  readonly message: { readonly ts: number; readonly values: object };
}

/** A door for MQTT 5 clients of a test's own, as the worker knows the gateway: by its address alone. */
export interface TestBroker {
  readonly url: string;
  /** The tokens of those that are connected, in the order of the alphabet. */
  connected(): string[];
  /** The next reading of a token; ends with the test's own time. */
  next(token: string): Promise<Published>;
  /** Tells a machine something, and gives what it says next at a topic. */
  tell(token: string, topic: string, message: object, answerTopic: string): Promise<object>;
  /** Waits until those that are connected are as wanted. */
  until(isWanted: (tokens: readonly string[]) => boolean): Promise<void>;
  /** Breaks the connection of a token off, as a network does. */
  cut(token: string): void;
  close(): Promise<void>;
}

const MQTT_5 = { protocolVersion: 5 };
const TELEMETRY = 'v1/devices/me/telemetry';

/** Lets everybody in and acknowledges whatever is published. */
export async function testBroker(): Promise<TestBroker> {
  const sockets = new Map<string, Socket>();
  const listening = new Set<string>();
  const events = new EventEmitter().setMaxListeners(0);
  const answer = (socket: Socket, packet: Packet): void => void socket.write(mqttPacket.generate(packet, MQTT_5));
  const serve = (socket: Socket): void => {
    const parser = mqttPacket.parser(MQTT_5);
    let token = '';
    parser.on('packet', (packet: Packet) => {
      if (packet.cmd === 'connect') {
        token = packet.username ?? '';
        sockets.set(token, socket);
        answer(socket, { cmd: 'connack', reasonCode: 0, sessionPresent: false });
        events.emit('connections');
      }
      if (packet.cmd === 'subscribe') {
        answer(socket, { cmd: 'suback', messageId: packet.messageId ?? 0, granted: packet.subscriptions.map(({ qos }) => qos) });
        listening.add(token);
        events.emit('connections');
      }
      if (packet.cmd !== 'publish') return;
      answer(socket, { cmd: 'puback', messageId: packet.messageId ?? 0, reasonCode: 0 });
      const message = JSON.parse(String(packet.payload)) as Published['message'];
      if (packet.topic === TELEMETRY) events.emit(token, { token, topic: packet.topic, qos: packet.qos, message } satisfies Published);
      else events.emit(`${token} ${packet.topic}`, message);
    });
    socket.on('data', (bytes) => void parser.parse(bytes)).on('error', () => undefined).on('close', () => {
      if (sockets.get(token) === socket) sockets.delete(token);
      events.emit('connections');
    });
  };
  const server = createServer(serve);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const connected = (): string[] => [...sockets.keys()].sort();
  return {
    url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connected,
    next: async (token) => ((await once(events, token)) as [Published])[0],
    tell: async (token, topic, message, answerTopic) => {
      while (!listening.has(token)) await once(events, 'connections');
      const answered = once(events, `${token} ${answerTopic}`);
      const socket = sockets.get(token);
      if (socket) answer(socket, { cmd: 'publish', topic, payload: JSON.stringify(message), qos: 0, dup: false, retain: false });
      return ((await answered) as [object])[0];
    },
    until: async (isWanted) => {
      while (!isWanted(connected())) await once(events, 'connections');
    },
    cut: (token) => sockets.get(token)?.destroy(),
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await once(server.close(), 'close');
    },
  };
}
