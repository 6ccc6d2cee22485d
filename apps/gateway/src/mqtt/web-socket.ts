import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { PeerStream } from './peer-stream.js';
import { WebSocketStream } from './web-socket-stream.js';

/** Where a WebSocket that carries MQTT is asked for. */
export const MQTT_PATH = '/mqtt';

/** What MQTT is called among WebSockets' protocols; the older name is that of MQTT 3.1. @see MQTT 5.0, section 6 */
const PROTOCOLS = ['mqtt', 'mqttv3.1'];

export interface WebSocketSettings {
  /** Bytes of one frame, which may hold several packets or a part of one. */
  readonly maxFrameBytes: number;
  readonly take: (stream: PeerStream) => void;
  /** Whether MQTT is spoken already, and still. */
  readonly isOpen: () => boolean;
}

/** Lets a server of HTTP answer for MQTT over WebSocket too, at {@link MQTT_PATH}. */
export function upgradeToMqtt(server: Server, { maxFrameBytes, take, isOpen }: WebSocketSettings): void {
  // Packets are short or packed by their machine already, and a frame that unpacks to a thousand times its size is an attack.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes, perMessageDeflate: false, handleProtocols: (offered) => PROTOCOLS.find((each) => offered.has(each)) ?? false });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = isOpen() ? refusalOf(request) : STARTING;
    if (refused) return refuse(socket, refused);
    sockets.handleUpgrade(request, socket, head, (accepted) => take(new WebSocketStream(accepted, request.socket.remoteAddress)));
  });
}

const STARTING = { status: '503 Service Unavailable', code: 'GATEWAY.STARTING', message: 'The gateway is not open yet.' };

interface Refused {
  readonly status: string;
  readonly code: string;
  readonly message: string;
}

function refusalOf({ url, headers }: IncomingMessage): Refused | null {
  if (url?.split('?')[0] !== MQTT_PATH) return { status: '404 Not Found', code: 'TOPIC.UNKNOWN', message: `MQTT over WebSocket is at ${MQTT_PATH}.` };
  const offered = headers['sec-websocket-protocol']?.split(',').map((each) => each.trim()) ?? [];
  return offered.some((each) => PROTOCOLS.includes(each)) ? null : { status: '400 Bad Request', code: 'MQTT.SUBPROTOCOL', message: 'Ask for the WebSocket protocol “mqtt”.' };
}

function refuse(socket: Duplex, { status, code, message }: Refused): void {
  const body = JSON.stringify({ error: { code, message, details: {} } });
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}
