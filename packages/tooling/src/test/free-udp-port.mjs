// @ts-check
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

/**
 * A free UDP port of this machine, for what must be told it before anybody listens there.
 * @returns {Promise<number>}
 */
export async function freeUdpPort() {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}
